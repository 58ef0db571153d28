import type { RefusalCode } from '../decide/refusal.ts'
import type { Text } from '../text/text.ts'

/** What a person reads when a command is refused. `{name}` is a parameter, `{name|label}` its users' word. */
export const refusalTexts: Readonly<Record<RefusalCode, Required<Text>>> = {
  ALREADY_DECIDED: {
    zh: '延期申请 {request} 已经审批',
    en: 'the extension request {request} is decided already',
  },
  ALREADY_HAPPENED: {
    zh: '“{event}”已于 {on} 实现；要改日期请更正原记录',
    en: '"{event}" happened on {on} already; to change the date, correct that record',
  },
  ALREADY_REQUESTED: {
    zh: '已有一项未审批的延期申请 {request}',
    en: 'the extension request {request} is still waiting for a decision',
  },
  BATCH_EMPTY: { zh: '一条记录也没有', en: 'the batch is empty' },
  BATCH_TOO_LARGE: {
    zh: '一次最多 {limit} 条，实有 {size} 条',
    en: 'a batch holds at most {limit}, this one has {size}',
  },
  BOUNDS_CROSSED: {
    zh: '下限 {lower} 高于上限 {upper}',
    en: 'the lower bound {lower} is above the upper bound {upper}',
  },
  CEL_COST: {
    zh: '第 {line} 行第 {column} 列：表达式过于复杂（{detail}）',
    en: 'line {line}, column {column}: the expression costs too much ({detail})',
  },
  CEL_SYNTAX: {
    zh: '第 {line} 行第 {column} 列：表达式语法有误（{detail}）',
    en: 'line {line}, column {column}: the expression does not parse ({detail})',
  },
  CEL_TYPE: {
    zh: '第 {line} 行第 {column} 列：类型不符（{detail}）',
    en: 'line {line}, column {column}: the types do not fit ({detail})',
  },
  CEL_UNKNOWN_FIELD: {
    zh: '第 {line} 行第 {column} 列：没有这个字段（{detail}）',
    en: 'line {line}, column {column}: there is no such field ({detail})',
  },
  CLOCK_BEHIND: {
    zh: '时钟（{now}）早于最近一次记录（{last}）',
    en: 'the clock ({now}) is behind the last record ({last})',
  },
  CONFLICT: {
    zh: '计划已被他人修改：提交依据的是第 {expected} 版，现为第 {current} 版',
    en: 'the plan has changed: revision {expected} was expected, {current} is current',
  },
  CYCLE: {
    zh: '{kind|label} {code} 的上级绕回了它自己',
    en: 'the parents of the {kind|label} {code} lead back to itself',
  },
  DATE_IN_FUTURE: {
    zh: '日期 {date} 晚于今天 {today}',
    en: 'the date {date} is after today, {today}',
  },
  DATE_TOO_EARLY: {
    zh: '日期 {date} 过早，最早可为 {earliest}',
    en: 'the date {date} is too early; the earliest is {earliest}',
  },
  DATE_TOO_LATE: {
    zh: '日期 {date} 过晚，最晚可为 {latest}',
    en: 'the date {date} is too late; the latest is {latest}',
  },
  DUE_DATE_PASSED: {
    zh: '只能在到期日（{dueOn}）之前申请延期，今天是 {today}',
    en: 'more time is asked for before the due date, {dueOn}; today is {today}',
  },
  DUPLICATE: {
    zh: '该单位当日已报（{fact}）；要改数请更正原记录',
    en: 'this unit has reported for this day ({fact}); to change the value, correct that report',
  },
  DUPLICATE_CODE: {
    zh: '{kind|label}代码 {code} 重复',
    en: 'the {kind|label} code {code} stands twice',
  },
  DUPLICATE_ID: { zh: '记录编号 {id} 重复', en: 'the fact id {id} stands twice' },
  DUPLICATE_IN_BATCH: {
    zh: '与本批第 {first} 条（从 0 起）重复',
    en: 'it repeats number {first} (from 0) of this batch',
  },
  FACTS_NEED_A_NEW_PLAN: {
    zh: '{count} 条事实只能随新计划一并导入',
    en: '{count} facts can be taken in only with a new plan',
  },
  FIELD_NOT_APPLICABLE: {
    zh: '{code} 没有“{field}”这一项',
    en: '{code} has no "{field}"',
  },
  INVALID_DATE: {
    zh: '“{value}”不是有效日期（YYYY-MM-DD）',
    en: '"{value}" is not a date that exists (YYYY-MM-DD)',
  },
  INVALID_DECIMAL: {
    zh: '“{value}”不是有效的十进制数（小数点前至多 30 位，后至多 20 位）',
    en: '"{value}" is not a decimal (at most 30 digits before the point, 20 after it)',
  },
  INVALID_INSTANT: {
    zh: '“{value}”不是有效时刻（YYYY-MM-DDTHH:MM:SS.sssZ）',
    en: '"{value}" is not an instant (YYYY-MM-DDTHH:MM:SS.sssZ)',
  },
  INVALID_PERIOD: {
    zh: '期间的终点 {end} 早于起点 {start}',
    en: 'the period ends on {end}, before it starts on {start}',
  },
  INVALID_TIME_ZONE: { zh: '没有时区“{value}”', en: 'there is no time zone "{value}"' },
  NEGATIVE: { zh: '{value} 不能为负', en: '{value} must not be negative' },
  NOT_ALLOWED: { zh: '需要以下角色之一：{roles}', en: 'one of these roles is needed: {roles}' },
  NOT_HAPPENED: {
    zh: '“{event}”当时尚未实现，无从撤销',
    en: '"{event}" had not happened, so it cannot end',
  },
  NOT_LATER: {
    zh: '新的到期日 {dueOn} 不晚于现到期日 {current}',
    en: 'the new due date {dueOn} is not after the current one, {current}',
  },
  NOT_OBSERVABLE: {
    zh: '指标 {code} 由计算得出（{accumulation|label}），不接受填报',
    en: 'the indicator {code} is computed ({accumulation|label}) and takes no reports',
  },
  NOT_YOUR_UNIT: {
    zh: '只能为本单位填报（责任单位：{unit}）',
    en: "one reports for one's own unit only (responsible: {unit})",
  },
  NO_CHANGE: { zh: '与现状（{current|label}）相同', en: 'it is so already ({current|label})' },
  NO_DUE_DATE: { zh: '{commitment} 没有到期日', en: '{commitment} has no due date' },
  NO_PLAN: { zh: '没有计划 {code}', en: 'there is no plan {code}' },
  NO_RULE_ENGINE: {
    zh: '未装载规则引擎，无法检查规则与办法',
    en: 'no rule engine is loaded to check rules and policies',
  },
  OTHER_PLAN: {
    zh: '这是计划 {actual}，不是 {expected}',
    en: 'this is the plan {actual}, not {expected}',
  },
  OTHER_SUBJECT: {
    zh: '{fact} 说的是另一对象，不能由此更正',
    en: '{fact} is about something else and cannot be corrected by this',
  },
  OTHER_TYPE: {
    zh: '{id} 是{actual|label}，不是{expected|label}',
    en: '{id} is of type {actual|label}, not {expected|label}',
  },
  OUT_OF_ORDER: {
    zh: '记录时刻 {recordedAt} 早于前一条的 {previous}',
    en: 'recorded at {recordedAt}, before the one ahead of it at {previous}',
  },
  PERIOD_CLOSED: {
    zh: '{through} 及以前的报期已关闭，{date} 不能再报',
    en: 'reporting through {through} is closed, and so is {date}',
  },
  PERIOD_OPEN: {
    zh: '截至 {through} 的报期并未关闭',
    en: 'reporting through {through} is not closed',
  },
  POLICY_VERSION_EXISTS: {
    zh: '办法 {code} 第 {version} 版已有不同内容；请换版本号',
    en: 'version {version} of the policy {code} exists with another content; give it a new version',
  },
  REASON_REQUIRED: { zh: '须说明理由', en: 'a reason is needed' },
  SUPERSEDED: {
    zh: '{fact} 已被 {by} 更正',
    en: '{fact} has been corrected by {by}',
  },
  TEXT_TOO_LONG: {
    zh: '文字最长 {limit} 字，实有 {length} 字',
    en: 'the text has {length} characters, at most {limit} are held',
  },
  UNITS_DO_NOT_CONVERT: {
    zh: '{from} 不能精确换算为 {to}',
    en: '{from} does not convert exactly to {to}',
  },
  UNKNOWN_CODE: {
    zh: '没有{kind|label} {code}',
    en: 'there is no {kind|label} {code}',
  },
  UNKNOWN_COMMITMENT: { zh: '没有承诺事项 {id}', en: 'there is no commitment {id}' },
  UNKNOWN_EVENT: {
    zh: '{kind|label}没有“{event}”这一节点',
    en: 'a {kind|label} has no event "{event}"',
  },
  UNKNOWN_FACT: { zh: '没有记录 {id}', en: 'there is no fact {id}' },
  WRONG_STATE: {
    zh: '不能由“{from|label}”改为“{to|label}”',
    en: 'it cannot go from {from|label} to {to|label}',
  },
}
