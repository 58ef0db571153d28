import type { Text } from '@duban/domain'

/** Words that stand in the parameters of issues. */
export const words: Readonly<Record<string, Text>> = {
  TEXT: { zh: '文本', en: 'text' },
  CODE: { zh: '编码', en: 'a code' },
  DATE: { zh: '日期 YYYY-MM-DD', en: 'a calendar date YYYY-MM-DD' },
  INSTANT: { zh: '带时区的时刻', en: 'an instant with an offset' },
  TIME_ZONE: { zh: 'IANA 时区', en: 'an IANA time zone' },
  DECIMAL: { zh: '十进制数', en: 'a decimal number' },
  INTEGER: { zh: '整数', en: 'a whole number' },
  SHA256: {
    zh: 'SHA-256（64 位小写十六进制）',
    en: 'a SHA-256 of 64 lower-case hexadecimal digits',
  },
  NUMBER: { zh: '数字', en: 'a number' },
  FLAG: { zh: ' true 或 false', en: 'true or false' },
  BOOLEAN: { zh: '布尔值', en: 'a boolean' },
  TEXTS: { zh: '文本或 {zh, en}', en: 'text or {zh, en}' },
  BOTH: { zh: '两者都有', en: 'both are there' },
  NEITHER: { zh: '两者都没有', en: 'neither is there' },
  NOTHING: { zh: '空值', en: 'nothing' },
  LIST: { zh: '列表', en: 'a list' },
  MAPPING: { zh: '键值对', en: 'a mapping' },
  OTHER: { zh: '其他内容', en: 'something else' },
  PLAN: { zh: '工作计划', en: 'plan' },
  REQUIREMENT: { zh: '总体要求', en: 'requirement' },
  THEME: { zh: '主题', en: 'theme' },
  TASK: { zh: '重点工作', en: 'task' },
  ACTION: { zh: '举措', en: 'action' },
  MECHANISM: { zh: '机制', en: 'mechanism' },
  PLATE: { zh: '板块', en: 'plate' },
  PROJECT: { zh: '项目', en: 'project' },
  EVENT_TYPE: { zh: '事件类型', en: 'event type' },
  MILESTONE: { zh: '节点', en: 'milestone' },
  INDICATOR: { zh: '指标', en: 'indicator' },
  RULE: { zh: '规则', en: 'rule' },
  POLICY: { zh: '办法', en: 'policy' },
  SCORE: { zh: '计分项', en: 'score' },
  UNIT: { zh: '责任单位', en: 'unit' },
  DOCUMENT: { zh: '文件', en: 'document' },
  MEASURE_UNIT: { zh: '计量单位', en: 'unit of measure' },
  FACT: { zh: '事实记录', en: 'fact' },
}

/** What the YAML reader found wrong, by its own codes. */
export const reasons: Readonly<Record<string, Text>> = {
  YAML_VERSION: {
    zh: '%YAML 指令的版本不是 1.2',
    en: 'the %YAML directive asks for another version than 1.2',
  },
  BAD_DIRECTIVE: { zh: '指令不正确', en: 'a directive that is none' },
  BAD_DQ_ESCAPE: {
    zh: '双引号文本中的转义不正确',
    en: 'an escape that is none in a double-quoted text',
  },
  BAD_INDENT: {
    zh: '缩进不正确，或括号没有闭合',
    en: 'wrong indentation, or a bracket that is not closed',
  },
  BAD_PROP_ORDER: { zh: '标记的顺序不正确', en: 'marks in the wrong order' },
  BAD_SCALAR_START: {
    zh: '值不能以此字符开头，请加引号',
    en: 'a value cannot begin with this character; put it in quotes',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    zh: '此处不能再有键值对（冒号后多了一个冒号？）',
    en: 'a mapping cannot stand here (a second colon on the line?)',
  },
  BLOCK_IN_FLOW: {
    zh: '方括号或花括号内不能用缩进写法',
    en: 'indented notation cannot stand inside brackets or braces',
  },
  IMPOSSIBLE: { zh: '无法解读', en: 'it cannot be read' },
  KEY_OVER_1024_CHARS: { zh: '键超过 1024 个字符', en: 'a key of more than 1024 characters' },
  MISSING_CHAR: {
    zh: '缺少字符（引号、括号、逗号、冒号或空格）',
    en: 'a character is missing: a quote, bracket, comma, colon or space',
  },
  MULTILINE_IMPLICIT_KEY: { zh: '键不能跨行', en: 'a key cannot run over several lines' },
  RESOURCE_EXHAUSTION: { zh: '内容过多', en: 'too much to read' },
  TAB_AS_INDENT: { zh: '缩进不能用制表符，请用空格', en: 'a tab as indentation; use spaces' },
  UNEXPECTED_TOKEN: { zh: '此处不应有这些内容', en: 'something that cannot stand here' },
  OTHER: { zh: '语法不正确', en: 'wrong syntax' },
}
