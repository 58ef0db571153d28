import type { Lang, Text } from '../text/text.ts'

type Label = Required<Text>

/** The users' words for the codes of the vocabulary. */
const labels = {
  // Status
  WAIVED: { zh: '已豁免', en: 'waived' },
  MET: { zh: '已完成', en: 'met' },
  MET_LATE: { zh: '逾期完成', en: 'met late' },
  OVERDUE: { zh: '逾期未完成', en: 'overdue' },
  DUE_SOON: { zh: '临近到期', en: 'due soon' },
  UNKNOWN: { zh: '情况不明', en: 'unknown' },
  PENDING: { zh: '未到期', en: 'pending' },
  // Pace
  AHEAD: { zh: '超序时', en: 'ahead of time' },
  ON_PACE: { zh: '达序时', en: 'on pace' },
  BEHIND: { zh: '滞后', en: 'behind time' },
  // Light
  GREEN: { zh: '绿灯', en: 'green' },
  BLUE: { zh: '蓝灯', en: 'blue' },
  YELLOW: { zh: '黄灯', en: 'yellow' },
  RED: { zh: '红灯', en: 'red' },
  GREY: { zh: '灰灯', en: 'grey' },
  // Parts of a plan
  PLAN: { zh: '工作计划', en: 'plan' },
  REQUIREMENT: { zh: '总体要求', en: 'requirement' },
  THEME: { zh: '主题', en: 'theme' },
  TASK: { zh: '重点工作', en: 'task' },
  ACTION: { zh: '举措', en: 'action' },
  MECHANISM: { zh: '机制', en: 'mechanism' },
  PLATE: { zh: '板块', en: 'plate' },
  PROJECT: { zh: '项目', en: 'project' },
  EVENT_TYPE: { zh: '节点类型', en: 'event type' },
  MILESTONE: { zh: '节点', en: 'milestone' },
  INDICATOR: { zh: '指标', en: 'indicator' },
  OBLIGATION: { zh: '督办事项', en: 'obligation' },
  RULE: { zh: '规则', en: 'rule' },
  POLICY: { zh: '办法', en: 'policy' },
  UNIT: { zh: '责任单位', en: 'unit' },
  DOCUMENT: { zh: '文件', en: 'document' },
  MEASURE_UNIT: { zh: '计量单位', en: 'unit of measure' },
  // Facts
  DEFINITION: { zh: '定义', en: 'definition' },
  OBSERVATION: { zh: '进展', en: 'observation' },
  REVIEW: { zh: '复核', en: 'review' },
  MILESTONE_RECORD: { zh: '节点记录', en: 'milestone record' },
  STAGE_CHANGE: { zh: '阶段变更', en: 'stage change' },
  AMENDMENT: { zh: '目标调整', en: 'amendment' },
  EXTENSION_REQUEST: { zh: '延期申请', en: 'extension request' },
  EXTENSION_DECISION: { zh: '延期审批', en: 'extension decision' },
  WAIVER: { zh: '豁免', en: 'waiver' },
  ASSIGNMENT: { zh: '责任分工', en: 'assignment' },
  JUDGEMENT: { zh: '人工研判', en: 'judgement' },
  PERIOD_LOCK: { zh: '报期关闭', en: 'period lock' },
  // Review states
  DRAFT: { zh: '草稿', en: 'draft' },
  SUBMITTED: { zh: '已报', en: 'submitted' },
  APPROVED: { zh: '已审', en: 'approved' },
  RETURNED: { zh: '退回', en: 'returned' },
  // Modality
  MUST: { zh: '确保', en: 'must' },
  STRIVE: { zh: '力争', en: 'strive' },
  EFFORT: { zh: '推进', en: 'effort' },
  // Severity
  INFO: { zh: '提示', en: 'info' },
  NOTE: { zh: '提示', en: 'note' },
  WARNING: { zh: '警告', en: 'warning' },
  ERROR: { zh: '错误', en: 'error' },
  CRITICAL: { zh: '严重', en: 'critical' },
  // Projects
  NEW_START: { zh: '新开工', en: 'new start' },
  CONTINUING: { zh: '续建', en: 'continuing' },
  PRELIMINARY: { zh: '前期', en: 'preliminary' },
  PROPOSED: { zh: '谋划', en: 'proposed' },
  PREPARING: { zh: '前期工作', en: 'preparing' },
  PREPARED: { zh: '前期完成', en: 'prepared' },
  CLEARED: { zh: '手续完备', en: 'cleared' },
  STARTED: { zh: '开工', en: 'started' },
  COMPLETED: { zh: '竣工', en: 'completed' },
  IN_USE: { zh: '投用', en: 'in use' },
  SUSPENDED: { zh: '停工', en: 'suspended' },
  CANCELLED: { zh: '取消', en: 'cancelled' },
  // Accumulation
  CUMULATIVE: { zh: '累计值', en: 'cumulative' },
  PERIODIC: { zh: '当期值', en: 'periodic' },
  LEVEL: { zh: '时点值', en: 'level' },
  RATIO: { zh: '比率', en: 'ratio' },
  DERIVED: { zh: '由项目汇总', en: 'derived' },
  // Comparator and direction
  AT_LEAST: { zh: '不低于', en: 'at least' },
  AT_MOST: { zh: '不高于', en: 'at most' },
  EXACTLY: { zh: '等于', en: 'exactly' },
  BETWEEN: { zh: '介于', en: 'between' },
  INCREASE: { zh: '增加', en: 'increase' },
  DECREASE: { zh: '减少', en: 'decrease' },
  MAINTAIN: { zh: '保持', en: 'maintain' },
  // Responsibility
  LEAD: { zh: '牵头', en: 'lead' },
  SUPPORT: { zh: '配合', en: 'support' },
  SUPERVISE: { zh: '督查', en: 'supervise' },
  // Reports and reminders
  ON_TIME: { zh: '按时报送', en: 'on time' },
  LATE: { zh: '迟报', en: 'late' },
  MISSING: { zh: '未报', en: 'missing' },
  OPEN: { zh: '未到期', en: 'open' },
  NOT_REPORTED: { zh: '未报', en: 'not reported' },
  // Changes between two dates
  SLIPPED: { zh: '退步', en: 'slipped' },
  IMPROVED: { zh: '好转', en: 'improved' },
  MOVED: { zh: '改期', en: 'moved' },
  RETARGETED: { zh: '目标调整', en: 'retargeted' },
  CORRECTED: { zh: '更正', en: 'corrected' },
  ADDED: { zh: '新增', en: 'added' },
  REMOVED: { zh: '取消', en: 'removed' },
  // What is wrong with a condition
  SYNTAX: { zh: '语法错误', en: 'syntax' },
  UNKNOWN_FIELD: { zh: '没有此字段', en: 'unknown field' },
  TYPE: { zh: '类型不符', en: 'type' },
  COST: { zh: '过于复杂', en: 'cost' },
  // Roles
  REPORTER: { zh: '填报员', en: 'reporter' },
  REVIEWER: { zh: '复核员', en: 'reviewer' },
  EDITOR: { zh: '编制员', en: 'editor' },
  ADMIN: { zh: '管理员', en: 'administrator' },
} as const satisfies Record<string, Label>

const byCode: ReadonlyMap<string, Label> = new Map(Object.entries(labels))

/** The users' word for a code of the vocabulary, for example `OVERDUE`; the code itself where there is none. */
export function labelOf(code: string, lang: Lang): string {
  const label = byCode.get(code)
  if (label === undefined) return code
  return lang === 'ZH' ? label.zh : label.en
}
