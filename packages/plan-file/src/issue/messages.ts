import { type CelIssue, type Lang, type Text, textIn } from '@duban/domain'
import { celIssueMessage } from '@duban/domain/messages'
import type { IssueParams, PlanFileIssueCode } from './issue.ts'
import { reasons, words } from './words.ts'

/** Fills in what a message's parameters stand for. */
export interface Wording {
  /** A parameter as it is. */
  of(name: string): string
  /** A parameter that is a word of the catalogue. */
  word(name: string): string
  /** A parameter that is a reason of the catalogue. */
  reason(name: string): string
  readonly suggestion: string
  readonly params: IssueParams
}

type Message = Readonly<Record<Lang, (p: Wording) => string>>

/** The text of each issue: what was found and what was expected. */
export const messages: Readonly<Record<PlanFileIssueCode, Message>> = {
  TOO_LARGE: {
    ZH: (p) => `文件有 ${p.of('bytes')} 字节；上限为 ${p.of('limit')} 字节`,
    EN: (p) => `the file has ${p.of('bytes')} bytes; at most ${p.of('limit')} are read`,
  },
  NOT_UTF8: {
    ZH: (p) => `此处字节 0x${p.of('byte')} 不是 UTF-8；文件须为 UTF-8 编码`,
    EN: (p) => `byte 0x${p.of('byte')} is not UTF-8 here; expected a file in UTF-8`,
  },
  TOO_DEEP: {
    ZH: (p) => `嵌套过深；最多 ${p.of('limit')} 层`,
    EN: (p) => `nested too deep; expected at most ${p.of('limit')} levels`,
  },
  TOO_MANY_TOKENS: {
    ZH: (p) => `内容过多；最多读取 ${p.of('limit')} 个记号`,
    EN: (p) => `too much to read; expected at most ${p.of('limit')} tokens`,
  },
  LIST_TOO_LONG: {
    ZH: (p) => `列表有 ${p.of('count')} 项；最多 ${p.of('limit')} 项`,
    EN: (p) => `the list has ${p.of('count')} entries; expected at most ${p.of('limit')}`,
  },
  EMPTY_FILE: {
    ZH: () => '文件是空的；应为一份工作计划',
    EN: () => 'the file is empty; expected a plan',
  },
  SYNTAX: {
    ZH: (p) => `不是有效的 YAML 1.2：${p.reason('reason')}`,
    EN: (p) => `not YAML 1.2: ${p.reason('reason')}`,
  },
  MANY_DOCUMENTS: {
    ZH: () => '文件中有第二份 YAML 文档；应只有一份',
    EN: () => 'a second YAML document begins here; expected one document',
  },
  TAG: {
    ZH: (p) => `标签 ${p.of('found')} 不能使用；应为不带标签的值`,
    EN: (p) => `the tag ${p.of('found')} is refused; expected a value without a tag`,
  },
  ALIAS: {
    ZH: (p) => `锚点和别名不能使用：${p.of('found')}；请写出值本身，或用编码引用`,
    EN: (p) =>
      `anchors and aliases are refused: ${p.of('found')}; expected the value itself, or a code`,
  },
  KEY_NOT_TEXT: {
    ZH: () => '键不是文本；应为文本',
    EN: () => 'the key is not text; expected text',
  },
  DUPLICATE_KEY: {
    ZH: (p) =>
      `键 ${p.of('found')} 重复；已在 ${p.of('firstLine')}:${p.of('firstColumn')} 写过，应只写一次`,
    EN: (p) =>
      `the key ${p.of('found')} stands at ${p.of('firstLine')}:${p.of('firstColumn')} already; expected it once`,
  },
  UNKNOWN_KEY: {
    ZH: (p) => `没有 ${p.of('found')} 这个键${p.suggestion}；可用的键：${p.of('expected')}`,
    EN: (p) =>
      `there is no key ${p.of('found')}${p.suggestion}; expected one of ${p.of('expected')}`,
  },
  MISSING_FIELD: {
    ZH: (p) => `缺少 ${p.of('field')}；必须填写`,
    EN: (p) => `${p.of('field')} is missing; expected it here`,
  },
  WRONG_TYPE: {
    ZH: (p) => `此处是${p.word('found')}；应为${p.word('expected')}${quotesHint(p, 'ZH')}`,
    EN: (p) => `found ${p.word('found')}; expected ${p.word('expected')}${quotesHint(p, 'EN')}`,
  },
  NOT_ONE_OF: {
    ZH: (p) => `${p.of('found')} 不在可选值之中${p.suggestion}；应为以下之一：${p.of('expected')}`,
    EN: (p) =>
      `${p.of('found')} is not one of the values${p.suggestion}; expected one of ${p.of('expected')}`,
  },
  ONE_FIELD_OF: {
    ZH: (p) => `${p.of('expected')} ${p.word('found')}；应当只填其中一个`,
    EN: (p) => `${p.word('found')}; expected exactly one of ${p.of('expected')}`,
  },
  EMPTY_TEXT: {
    ZH: () => '文本是空的；应有内容',
    EN: () => 'the text is empty; expected some',
  },
  CONTROL_CHARACTER: {
    ZH: (p) => `文本中有控制字符 ${p.of('character')}；应为可见字符`,
    EN: (p) =>
      `the text holds the control character ${p.of('character')}; expected characters that can be seen`,
  },
  BAD_CODE: {
    ZH: (p) =>
      `${p.of('found')} 不是编码；应为字母、数字、“.”“_”“-”，以字母或数字开头，不超过 100 个字符`,
    EN: (p) =>
      `${p.of('found')} is not a code; expected letters, digits, ".", "_" and "-", a letter or digit first, at most 100 in all`,
  },
  BAD_DATE: {
    ZH: (p) => `${p.of('found')} 不是日期；应为历法中存在的日期 YYYY-MM-DD`,
    EN: (p) => `${p.of('found')} is not a date; expected a calendar date YYYY-MM-DD`,
  },
  BAD_INSTANT: {
    ZH: (p) => `${p.of('found')} 不是时刻；应为带时区的时刻，例如 2020-07-01T00:00:00Z`,
    EN: (p) =>
      `${p.of('found')} is not an instant; expected one with an offset, as 2020-07-01T00:00:00Z`,
  },
  BAD_TIME_ZONE: {
    ZH: (p) => `${p.of('found')} 不是时区；应为 IANA 时区，例如 Asia/Shanghai`,
    EN: (p) =>
      `${p.of('found')} is not a time zone; expected one of the IANA database, as Asia/Shanghai`,
  },
  BAD_DECIMAL: {
    ZH: (p) => `${p.of('found')} 不是十进制数；应为数字，可带负号和一个小数点，例如 518.5`,
    EN: (p) =>
      `${p.of('found')} is not a decimal number; expected digits with an optional minus and point, as 518.5`,
  },
  EXPONENT: {
    ZH: (p) => `${p.of('found')} 带有指数；数字须完整写出，例如 1000`,
    EN: (p) => `${p.of('found')} has an exponent; expected the digits in full, as 1000`,
  },
  DECIMAL_RANGE: {
    ZH: (p) =>
      `${p.of('found')} 位数过多；小数点前最多 ${p.of('integerDigits')} 位，后最多 ${p.of('scale')} 位`,
    EN: (p) =>
      `${p.of('found')} has too many digits; expected at most ${p.of('integerDigits')} before the point and ${p.of('scale')} after it`,
  },
  NEGATIVE: {
    ZH: (p) => `${p.of('found')} 是负数；应不小于 0`,
    EN: (p) => `${p.of('found')} is negative; expected 0 or more`,
  },
  NOT_POSITIVE: {
    ZH: (p) => `${p.of('found')} 不是正数；应大于 0`,
    EN: (p) => `${p.of('found')} is not positive; expected more than 0`,
  },
  BAD_INTEGER: {
    ZH: (p) => `${p.of('found')} 不是整数；应为整数，不带小数点和指数`,
    EN: (p) => `${p.of('found')} is not a whole number; expected one without point and exponent`,
  },
  BAD_SHA256: {
    ZH: (p) => `${p.of('found')} 不是 SHA-256；应为 64 位小写十六进制数字`,
    EN: (p) => `${p.of('found')} is not a SHA-256; expected 64 lower-case hexadecimal digits`,
  },
  DUPLICATE_CODE: {
    ZH: (p) =>
      `${p.word('kind')} ${p.of('found')} 重复；已在 ${p.of('firstLine')}:${p.of('firstColumn')} 出现，编码应唯一`,
    EN: (p) =>
      `the ${p.word('kind')} ${p.of('found')} stands at ${p.of('firstLine')}:${p.of('firstColumn')} already; expected a code of its own`,
  },
  RESERVED_CODE: {
    ZH: (p) => `${p.word('kind')} ${p.of('found')} 是内置编码；应使用其他编码`,
    EN: (p) => `the ${p.word('kind')} ${p.of('found')} is built in; expected another code`,
  },
  UNKNOWN_REFERENCE: {
    ZH: (p) =>
      `没有${p.word('kind')} ${p.of('found')}${p.suggestion}；应为已有${p.word('kind')}的编码`,
    EN: (p) =>
      `there is no ${p.word('kind')} ${p.of('found')}${p.suggestion}; expected the code of one that is there`,
  },
  WRONG_SUBJECT: {
    ZH: (p) =>
      `事件 ${p.of('found')} 的对象是${p.word('expected')}；此处的对象是${p.word('kind')}，应一致`,
    EN: (p) =>
      `${p.of('found')} is an event of a ${p.word('expected')}; expected an event of the subject here, a ${p.word('kind')}`,
  },
  WRONG_DIMENSION: {
    ZH: (p) =>
      `${p.of('found')} 的量纲是 ${p.of('dimension')}；应为量纲 ${p.of('expected')} 的计量单位`,
    EN: (p) =>
      `${p.of('found')} measures ${p.of('dimension')}; expected a unit of measure of dimension ${p.of('expected')}`,
  },
  WRONG_FACT_TYPE: {
    ZH: (p) => `事实记录 ${p.of('found')} 的类型是 ${p.of('type')}；应为 ${p.of('expected')}`,
    EN: (p) => `the fact ${p.of('found')} is of type ${p.of('type')}; expected ${p.of('expected')}`,
  },
  CIRCULAR: {
    ZH: (p) => `${p.word('kind')}的上级循环：${p.of('circle')}；上级不应回到自身`,
    EN: (p) =>
      `the parents of a ${p.word('kind')} run in a circle: ${p.of('circle')}; expected an end`,
  },
  RANGE_ORDER: {
    ZH: (p) => `结束位置 ${p.of('found')} 不在开始位置 ${p.of('start')} 之后；应大于开始位置`,
    EN: (p) =>
      `the range ends at ${p.of('found')} and starts at ${p.of('start')}; expected its end after its start`,
  },
  PERIOD_ORDER: {
    ZH: (p) => `${p.of('found')} 早于 ${p.of('field')} ${p.of('start')}；不应早于它`,
    EN: (p) =>
      `${p.of('found')} is before ${p.of('field')} ${p.of('start')}; expected no earlier date`,
  },
  BEFORE_START: {
    ZH: (p) => `${p.of('found')} 早于开始日；应不早于 ${p.of('field')} ${p.of('start')}`,
    EN: (p) =>
      `${p.of('found')} is before the start; expected ${p.of('field')} ${p.of('start')} or later`,
  },
  DATE_ORDER: {
    ZH: (p) => `${p.of('found')} 没有排在 ${p.of('start')} 之后；checkpoints 应按日期先后排列`,
    EN: (p) =>
      `${p.of('found')} does not follow ${p.of('start')}; expected checkpoints in the order of their dates`,
  },
  AFTER_DUE: {
    ZH: (p) => `${p.of('found')} 晚于到期日；应不晚于 dueOn ${p.of('due')}`,
    EN: (p) => `${p.of('found')} is after the due date; expected dueOn ${p.of('due')} or earlier`,
  },
  BOUNDS_ORDER: {
    ZH: (p) => `上限 ${p.of('found')} 小于下限 ${p.of('lower')}；targetUpper 应不小于 target`,
    EN: (p) =>
      `the upper bound ${p.of('found')} is below ${p.of('lower')}; expected targetUpper no less than target`,
  },
  FIELD_NEEDED: {
    ZH: (p) => `缺少 ${p.of('field')}；${p.of('because')} 为 ${p.of('value')} 时必须填写`,
    EN: (p) =>
      `${p.of('field')} is missing; expected it where ${p.of('because')} is ${p.of('value')}`,
  },
  FIELD_NOT_ALLOWED: {
    ZH: (p) =>
      `${p.of('because')} 为 ${p.of('value')} 时没有 ${p.of('field')}；应为 ${p.of('expected')}，或去掉它`,
    EN: (p) =>
      `${p.of('field')} has no meaning where ${p.of('because')} is ${p.of('value')}; expected ${p.of('expected')} there, or no ${p.of('field')}`,
  },
  CEL_SYNTAX: celMessage('SYNTAX'),
  CEL_UNKNOWN_FIELD: celMessage('UNKNOWN_FIELD'),
  CEL_TYPE: celMessage('TYPE'),
  CEL_COST: celMessage('COST'),
  MORE_ISSUES: {
    ZH: (p) => `此后至少还有 ${p.of('count')} 个问题；请先改正以上各处`,
    EN: (p) =>
      `at least ${p.of('count')} more issues from here on; expected those above to be put right first`,
  },
}

/** What the rule engine says; the place is told by the plan file's own line and column. */
function celMessage(code: CelIssue['code']): Message {
  const say = ({ params }: Wording, lang: Lang) =>
    celIssueMessage({ path: '', line: 1, column: 1, code, params }, lang)
  return {
    ZH: (p) => `CEL 条件有误：${say(p, 'ZH')}；应为可以编译的条件`,
    EN: (p) => `not a condition in CEL: ${say(p, 'EN')}; expected one that compiles`,
  }
}

function quotesHint(p: Wording, lang: Lang): string {
  const wantsText = p.of('expected').startsWith('TEXT') || p.of('expected') === 'CODE'
  const bare = p.of('found') === 'NUMBER' || p.of('found') === 'BOOLEAN'
  if (!wantsText || !bare) return ''
  return lang === 'ZH' ? '（请加引号）' : ' (put it in quotes)'
}

/** The words of one issue's parameters in a language. */
export function wordingOf(params: IssueParams, lang: Lang): Wording {
  const of = (name: string) => String(params[name] ?? '')
  const from = (catalogue: Readonly<Record<string, Text>>, name: string) => {
    const text = catalogue[of(name)] ?? catalogue.OTHER
    return text === undefined ? of(name) : textIn(text, lang)
  }
  const meant = of('suggestion')
  const question = lang === 'ZH' ? `（是否为 ${meant}？）` : ` (did you mean ${meant}?)`
  return {
    of,
    word: (name) => from(words, name),
    reason: (name) => from(reasons, name),
    suggestion: meant === '' ? '' : question,
    params,
  }
}
