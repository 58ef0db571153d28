import type { SubjectKind, Text } from '@duban/domain'

/** A dated event; of a subject, or its own where no event is named. The place or subject stands before it. */
export interface MilestoneTemplate {
  readonly title: Text
  readonly subject: Extract<SubjectKind, 'TASK' | 'PLATE' | 'PROJECT'>
  /** Code of an event type or of a project's built-in event. */
  readonly event?: string
}

const dated = (
  subject: MilestoneTemplate['subject'],
  zh: string,
  en: string,
  event?: string,
): MilestoneTemplate => ({
  title: { zh, en },
  subject,
  ...(event === undefined ? {} : { event }),
})

/** Events of plates and tasks that are dated and asked for. */
export const EVENT_TYPES: readonly {
  readonly code: string
  readonly subject: Extract<SubjectKind, 'TASK' | 'PLATE'>
  readonly title: Text
}[] = [
  {
    code: 'urban-design',
    subject: 'PLATE',
    title: { zh: '完成城市设计', en: 'Urban design finished' },
  },
  {
    code: 'landmark-launched',
    subject: 'PLATE',
    title: { zh: '启动标志性项目', en: 'Landmark project launched' },
  },
  { code: 'scheme-issued', subject: 'TASK', title: { zh: '印发实施方案', en: 'Scheme issued' } },
]

/** What plans date. */
export const MILESTONE_TEMPLATES: readonly MilestoneTemplate[] = [
  dated('PROJECT', '开工', 'started', 'started'),
  dated('TASK', '专项规划编制完成', 'special plan finished'),
  dated('PROJECT', '前期工作完成', 'preparation finished', 'prepared'),
  dated('TASK', '现场推进会召开', 'meeting on site held'),
  dated('PROJECT', '竣工', 'completed', 'completed'),
  dated('TASK', '政策措施出台', 'measures issued'),
  dated('TASK', '征迁协议签订', 'clearance agreements signed'),
  dated('TASK', '土地出让公告发布', 'land offered'),
  dated('TASK', '施工图审查通过', 'working drawings approved'),
  dated('TASK', '主体结构封顶', 'structure topped out'),
  dated('TASK', '管线迁改完成', 'pipes moved'),
  dated('TASK', '第三方评估完成', 'evaluation finished'),
]
