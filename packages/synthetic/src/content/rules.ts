import type { Rule, Severity, Text } from '@duban/domain'

/** A requirement on many subjects, due on a day of the plan's year. */
export interface RuleTemplate {
  readonly code: string
  readonly title: Text
  readonly subject: Rule['subject']
  readonly when?: string
  readonly require: string
  /** `MM-DD`. */
  readonly due: string
  readonly severity: Severity
}

/** What governments ask of every project and every plate. */
export const RULE_TEMPLATES: readonly RuleTemplate[] = [
  {
    code: 'new-start-started',
    title: { zh: '新开工项目6月底前开工', en: 'New starts have started by the end of June' },
    subject: 'PROJECT',
    when: 'project.kind == "NEW_START"',
    require: 'has(project.events.started)',
    due: '06-30',
    severity: 'CRITICAL',
  },
  {
    code: 'new-start-cleared',
    title: { zh: '新开工项目4月底前办完手续', en: 'New starts are cleared by the end of April' },
    subject: 'PROJECT',
    when: 'project.kind == "NEW_START"',
    require: 'has(project.events.cleared)',
    due: '04-30',
    severity: 'WARNING',
  },
  {
    code: 'preliminary-prepared',
    title: { zh: '前期项目6月底前完成前期工作', en: 'Preliminary projects are prepared by June' },
    subject: 'PROJECT',
    when: 'project.kind == "PRELIMINARY"',
    require: 'has(project.events.prepared)',
    due: '06-30',
    severity: 'WARNING',
  },
  {
    code: 'preliminary-started',
    title: { zh: '前期项目9月底前开工', en: 'Preliminary projects have started by September' },
    subject: 'PROJECT',
    when: 'project.kind == "PRELIMINARY"',
    require: 'has(project.events.started)',
    due: '09-30',
    severity: 'CRITICAL',
  },
  {
    code: 'not-suspended',
    title: { zh: '续建项目不停工', en: 'Continuing projects do not stand still' },
    subject: 'PROJECT',
    when: 'project.kind == "CONTINUING"',
    require: 'project.stage != "SUSPENDED"',
    due: '11-30',
    severity: 'WARNING',
  },
]

/** How many rules there are to choose from. */
export const RULE_COUNT = RULE_TEMPLATES.length
