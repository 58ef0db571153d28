import type { FindingCode } from '../finding/finding-code.ts'
import type { Text } from '../text/text.ts'

/** What a person reads of a finding. `{name}` is a parameter, `{name|label}` its users' word. */
export const findingTexts: Readonly<Record<FindingCode, Required<Text>>> = {
  CHECKPOINTS_MISSING: {
    zh: '{commitment} 按节点推进，却没有列出节点目标',
    en: '{commitment} is paced by checkpoints and lists none',
  },
  COVERAGE: {
    zh: '{commitment} 提出 {named} 个项目，清单中列名 {listed} 个',
    en: '{commitment} names {named} projects, {listed} are listed',
  },
  CUMULATIVE_FALLS: {
    zh: '{indicator} 的累计值回落：{reporter} {fromOn} 报 {from}，{toOn} 报 {to}',
    en: 'the running total of {indicator} falls: {reporter} reports {from} on {fromOn} and {to} on {toOn}',
  },
  DANGLING_REFERENCE: {
    zh: '{path} 所指的{kind|label} {code} 不存在',
    en: '{path} names the {kind|label} {code}, which is not there',
  },
  DUE_OUTSIDE_PERIOD: {
    zh: '{commitment} 的到期日 {dueOn} 不在计划期间（{start} 至 {end}）内',
    en: '{commitment} is due on {dueOn}, outside the plan (from {start} to {end})',
  },
  DUPLICATE_COMMITMENT: {
    zh: '{commitment} 与 {same} 内容相同',
    en: '{commitment} promises the same as {same}',
  },
  NO_BASELINE: {
    zh: '{commitment} 的目标以基数计，而基数不明',
    en: 'the target of {commitment} is relative to a baseline that is not known',
  },
  NO_DUE_DATE: { zh: '{commitment} 没有到期日', en: '{commitment} has no due date' },
  NO_LOCATOR: { zh: '{part} 没有注明出处', en: '{part} has no locator' },
  NO_RESPONSIBLE_UNIT: {
    zh: '{commitment} 没有责任单位',
    en: '{commitment} has no responsible unit',
  },
  NO_TARGET: { zh: '{commitment} 没有目标值', en: '{commitment} has no target' },
  OUTLIER: {
    zh: '{indicator} 的数值异常：{reporter} {on} 报 {value}，其余推算在 {low} 与 {high} 之间',
    en: '{indicator} has a value far from the rest: {reporter} reports {value} on {on}; the rest lie between {low} and {high}',
  },
  PARTS_DO_NOT_ADD_UP: {
    zh: '{indicator} {on} 报 {reported}，而各分项之和为 {sum}',
    en: '{indicator} is reported as {reported} on {on}, its parts add up to {sum}',
  },
  RATE_DOES_NOT_FOLLOW: {
    zh: '{indicator} {on} 报 {reported}，按分子分母计算为 {computed}',
    en: '{indicator} is reported as {reported} on {on}, its inputs give {computed}',
  },
  RATIO_WITHOUT_PARTS: {
    zh: '{commitment} 是比率，却未指明分子和分母',
    en: '{commitment} is a ratio without numerator and denominator',
  },
  REPORTED_AFTER_CLOSE: {
    zh: '{subject} {on} 的数值在 {through} 报期关闭之后报出',
    en: 'the value of {subject} for {on} was reported after {through} was closed',
  },
}
