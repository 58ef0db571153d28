import type { ReasonCode } from '../assessment/reason.ts'
import type { Text } from '../text/text.ts'

/** What a person reads of a reason; see fillText for its places. */
export const reasonTexts: Readonly<Record<ReasonCode, Required<Text>>> = {
  ACTUAL_ADDED: {
    zh: '完成 {actual}（{unit|label}），为 {count} 个单位最新填报之和',
    en: 'it stands at {actual} ({unit|label}), the latest of {count} reporters added',
  },
  ACTUAL_COUNT: {
    zh: '符合条件的项目共 {actual} 个（{unit|label}，依据 {count} 条记录）',
    en: '{actual} projects count ({unit|label}, by {count} records)',
  },
  ACTUAL_LATEST: {
    zh: '最新填报 {actual}（{unit|label}，依据 {count} 条记录）',
    en: 'it stands at {actual} ({unit|label}) by the latest report ({count})',
  },
  ACTUAL_PROJECTS_SUM: {
    zh: '项目合计 {actual}（{unit|label}，依据 {count} 条记录）',
    en: 'the projects add up to {actual} ({unit|label}, by {count} records)',
  },
  ACTUAL_RATIO: {
    zh: '按分子分母计算为 {actual}（{unit|label}，依据 {count} 条记录）',
    en: 'its parts give {actual} ({unit|label}, by {count} records)',
  },
  ACTUAL_SUM: {
    zh: '各期合计 {actual}（{unit|label}），共 {count} 条填报',
    en: 'it comes to {actual} ({unit|label}), {count} reports added',
  },
  AHEAD: {
    zh: '完成进度[ {achieved|percent}]，应达[ {expected|percent}]，超序时[ {gapPoints|points} 个百分点]',
    en: '[{achieved|percent} is achieved, ][{expected|percent} expected: ]ahead of time[ by {gapPoints|points} points]',
  },
  BASELINE_UNKNOWN: {
    zh: '基数不明，无法计算目标[（基数 × {factor}）]',
    en: 'the baseline is not known, so there is no target[ (baseline × {factor})]',
  },
  BEHIND: {
    zh: '完成进度[ {achieved|percent}]，应达[ {expected|percent}]，滞后[（{gapPoints|points} 个百分点）]',
    en: '[{achieved|percent} is achieved, ][{expected|percent} expected: ]behind time[ ({gapPoints|points} points)]',
  },
  BREACHED: {
    zh: '{on} 突破要求[，当时为 {actual}]',
    en: 'it was breached on {on}[, when it stood at {actual}]',
  },
  CIRCULAR: {
    zh: '计算关系成环，无法得出数值',
    en: 'it is computed from itself, so it has no value',
  },
  CONDITION_INVALID: {
    zh: '筛选条件有误[（第 {line} 行第 {column} 列，{issue|label}）]，无法计算',
    en: 'its condition does not compile[ (line {line}, column {column}: {issue|label})], so it cannot be computed',
  },
  CONSUMED: {
    zh: '已用上限[ {target}（{unit|label}）]的 {consumed|percent}',
    en: '{consumed|percent} of the ceiling[ of {target} ({unit|label})] is consumed',
  },
  DENOMINATOR_ZERO: { zh: '分母为零，比率无从计算', en: 'the denominator is zero' },
  DUE_SOON: {
    zh: '临近到期：{due}（还有 {days} 天）',
    en: 'due soon: {due}, in {days} days',
  },
  FELL_BACK: { zh: '{on} 起又不再达到要求', en: 'it fell back on {on}' },
  JUDGED_AT_DUE: {
    zh: '须在到期日[（{due}）]达到要求，届时评定',
    en: 'it must hold on the due date[, {due}], and is judged then',
  },
  LIGHT: {
    zh: '按办法 {policy} 第 {version} 版亮{light|label}：{condition}',
    en: '{light|label} by the policy {policy} {version}: {condition}',
  },
  MET: {
    zh: '[于 {on} ]完成[，到期日 {due}][（迟 {days} 天）]',
    en: 'met[ on {on}][, due {due}][ ({days} days late)]',
  },
  MET_LATE: {
    zh: '[于 {on} ]逾期完成[，到期日 {due}][，迟 {days} 天]',
    en: 'met late[ on {on}][, due {due}][, {days} days after]',
  },
  MISSING_VALUE: {
    zh: '缺少数值[：{field}]',
    en: 'a value is missing[: {field}]',
  },
  NOT_COUNTED: {
    zh: '有 {count} 个项目缺少“{field}”，未计入',
    en: '{count} projects have no "{field}" and are not counted',
  },
  NOT_YET: { zh: '尚无完成记录', en: 'there is no record that it has come about' },
  NO_CONDITION: {
    zh: '办法 {policy} 第 {version} 版没有一条适用，亮{light|label}',
    en: '{light|label}: no condition of the policy {policy} {version} holds',
  },
  NO_DATA: { zh: '没有已审的填报', en: 'nothing has been reported and approved' },
  NO_DUE_DATE: { zh: '没有到期日', en: 'it has no due date' },
  ON_PACE: {
    zh: '完成进度[ {achieved|percent}]，应达[ {expected|percent}]，达序时[（{gapPoints|points} 个百分点）]',
    en: '[{achieved|percent} is achieved, ][{expected|percent} expected: ]on pace[ ({gapPoints|points} points)]',
  },
  OVERDUE: {
    zh: '逾期未完成[，到期日 {due}][，已逾 {days} 天][、{months} 个月末]',
    en: 'overdue[, due {due}][, by {days} days][ and {months} month ends]',
  },
  PARTS_UNKNOWN: {
    zh: '组成部分不明，无法计算[：{indicator}]',
    en: 'its parts are not known[: {indicator}]',
  },
  PENDING: {
    zh: '未到期[，到期日 {due}][，还有 {days} 天]',
    en: 'due later[: {due}][, in {days} days]',
  },
  POLICY_INVALID: {
    zh: '办法 {policy} 有误，改用默认办法',
    en: 'the policy {policy} does not compile; the default one is taken',
  },
  POLICY_NOT_LOADED: {
    zh: '未装载规则引擎，不能使用办法 {policy}，改用默认办法',
    en: 'no rule engine is loaded for the policy {policy}; the default one is taken',
  },
  POLICY_NOT_VALID: {
    zh: '办法 {policy} 当日不在有效期内，改用默认办法',
    en: 'the policy {policy} is not valid on that day; the default one is taken',
  },
  POLICY_UNKNOWN: {
    zh: '没有办法 {policy}，改用默认办法',
    en: 'there is no policy {policy}; the default one is taken',
  },
  RESCHEDULED: {
    zh: '到期日由 {from} 改为 {to}，共延期 {times} 次',
    en: 'rescheduled from {from} to {to}, {times} times in all',
  },
  RULES_NOT_LOADED: {
    zh: '未装载规则引擎，带条件的指标无从计算',
    en: 'no rule engine is loaded for its condition',
  },
  SHORT: {
    zh: '尚未达到目标[（到期日 {due}）]',
    en: 'it is not as the target asks[ (due {due})]',
  },
  SUBMITTED_INCLUDED: {
    zh: '含已报未审的填报',
    en: 'reports that are not yet approved are counted',
  },
  TARGET: {
    zh: '目标：{comparator|label}[ {target}][ 至 {upper}]（{unit|label}）',
    en: 'the target: {comparator|label}[ {target}][ and {upper}] ({unit|label})',
  },
  TARGET_AMENDED: {
    zh: '{on} 起目标[由 {from} ][改为 {to}]：[{reason}][（{document}）]',
    en: 'from {on} on the target is changed[ from {from}][ to {to}]: [{reason}][ ({document})]',
  },
  TARGET_REDEFINED: {
    zh: '{on} 起计划另定目标[：由 {from} ][改为 {to}]',
    en: 'from {on} on the plan states another target[: from {from}][ to {to}]',
  },
  TARGET_RELATIVE: {
    zh: '目标：{comparator|label}[ {target}][ 至 {upper}]（{unit|label}），即基数[ {baseline}] × {factor}',
    en: 'the target: {comparator|label}[ {target}][ and {upper}] ({unit|label}), the baseline[ of {baseline}] × {factor}',
  },
  TARGET_UNKNOWN: { zh: '没有目标值[（{field}）]', en: 'there is no target[ ({field})]' },
  UNITS_DIFFER: {
    zh: '计量单位不同，不能相加[：{from} 与 {to}]',
    en: 'the units of measure do not add[: {from} and {to}]',
  },
  UNKNOWN: { zh: '情况不明', en: 'it is not known' },
  WAIVED: { zh: '[{on} 起]豁免[：{reason}]', en: 'waived[ from {on} on][: {reason}]' },
}
