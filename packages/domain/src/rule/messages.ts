import type { QuantityIssue } from '../quantity/quantity-issue.ts'
import type { Lang, Text } from '../text/text.ts'
import { textIn } from '../text/text.ts'
import type { CelIssue } from './engine.ts'

/** Texts of CEL issues by `cause`, and by code for causes without one of their own. `{name}` stands for a parameter. */
const CEL_MESSAGES: Readonly<Record<string, Text>> = {
  SYNTAX: { zh: '语法错误：{detail}', en: 'Syntax error: {detail}' },
  UNKNOWN_FIELD: { zh: '没有“{name}”这个字段', en: 'There is no field {name}' },
  TYPE: { zh: '类型不符：{detail}', en: 'Type error: {detail}' },
  COST: { zh: '条件过于复杂：{detail}', en: 'The condition is too complex: {detail}' },
  UNKNOWN_VARIABLE: { zh: '没有“{name}”这个变量', en: 'There is no variable {name}' },
  NOT_ALLOWED: { zh: '条件中不能使用“{name}”', en: '{name} may not be used in a condition' },
  FUNCTION: {
    zh: '没有“{name}”这个函数，或此处不能使用',
    en: 'There is no function {name}, or it may not be used here',
  },
  HAS_GROUP: {
    zh: '“{name}”是一组字段，请对其中某个字段使用 has()',
    en: '{name} is a group of fields: ask has() for one of them',
  },
  NOT_A_DATE: {
    zh: '“{found}”不是日期（应为 YYYY-MM-DD）',
    en: '"{found}" is not a date (YYYY-MM-DD)',
  },
  NOT_A_VALUE: {
    zh: '“{found}”不是可取的值，可取：{expected}',
    en: '"{found}" is none of the values: {expected}',
  },
  RESULT: {
    zh: '结果应为 {expected}，实为 {found}',
    en: 'The result must be {expected}, but is {found}',
  },
  OPEN_LOOP: {
    zh: '“{name}”只能用于列表字面量',
    en: '{name} may only go over a list written out in the source',
  },
  TOO_LONG: {
    zh: '长 {found} 个字符，超过上限 {limit}',
    en: '{found} characters, more than the limit of {limit}',
  },
  TOO_COSTLY: {
    zh: '需 {found} 步，超过上限 {limit}',
    en: '{found} steps, more than the limit of {limit}',
  },
  TOO_DEEP: { zh: '嵌套过深，上限 {limit}', en: 'Nested too deeply, the limit is {limit}' },
  TOO_LARGE: { zh: '超过规模上限：{detail}', en: 'Beyond a limit of size: {detail}' },
  NOT_A_DECIMAL: { zh: '“{found}”不是十进制数', en: '"{found}" is not a decimal number' },
  OUT_OF_RANGE: { zh: '“{found}”位数过多', en: '"{found}" has too many digits' },
}

const QUANTITY_MESSAGES: Readonly<Record<QuantityIssue['code'], Text>> = {
  NOT_A_DECIMAL: { zh: '“{text}”不是十进制数', en: '"{text}" is not a decimal number' },
  OUT_OF_RANGE: {
    zh: '“{text}”超出范围：整数部分最多 {integerDigits} 位，小数部分最多 {scale} 位',
    en: '"{text}" is out of range: at most {integerDigits} digits before the point and {scale} after it',
  },
  MIXED_DIMENSIONS: {
    zh: '单位“{from}”与“{to}”量纲不同，不能相加或换算',
    en: 'The units {from} and {to} are of different dimensions: they neither add nor convert',
  },
  INEXACT: {
    zh: '从“{from}”换算为“{to}”除不尽，请指定小数位数',
    en: 'From {from} to {to} the result has no end in decimals: ask for a number of them',
  },
  BAD_FACTOR: {
    zh: '单位“{unit}”的换算系数不是正的十进制数',
    en: 'The factor of the unit {unit} is not a decimal above 0',
  },
}

/** What is wrong with a CEL source, as a sentence. */
export function celIssueMessage(issue: CelIssue, lang: Lang): string {
  const text = CEL_MESSAGES[issue.params.cause ?? issue.code] ?? CEL_MESSAGES[issue.code]
  return text === undefined ? issue.code : fill(textIn(text, lang), issue.params)
}

/** Why a quantity was refused, as a sentence; units stand by their codes. */
export function quantityIssueMessage(issue: QuantityIssue, lang: Lang): string {
  return fill(textIn(QUANTITY_MESSAGES[issue.code], lang), { ...issue })
}

function fill(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}
