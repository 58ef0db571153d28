import type { Text } from '@duban/domain'

/** What a message is filled with. */
export type Params = Readonly<Record<string, string | number>>

/**
 * Every refusal a request can meet, with its text. `{name}` stands for a parameter; parameters are also given
 * beside the text, in `extensions`, so that a front end can word its own.
 */
export const refusals = {
  DEPTH_LIMIT: {
    zh: '查询嵌套 {actual} 层，上限为 {limit} 层（{setting}）',
    en: 'The query is {actual} levels deep; the limit is {limit} ({setting}).',
  },
  COST_LIMIT: {
    zh: '查询的代价为 {actual}，上限为 {limit}（{setting}）；请减小 first 或少选字段',
    en: 'The query costs {actual}; the limit is {limit} ({setting}). Ask for smaller pages or fewer fields.',
  },
  ALIAS_LIMIT: {
    zh: '查询有 {actual} 个别名，上限为 {limit} 个（{setting}）',
    en: 'The query has {actual} aliases; the limit is {limit} ({setting}).',
  },
  TOKEN_LIMIT: {
    zh: '查询有 {actual} 个记号，上限为 {limit} 个（{setting}）',
    en: 'The query has {actual} tokens; the limit is {limit} ({setting}).',
  },
  BODY_LIMIT: {
    zh: '请求正文超过 {actual} 字节，上限为 {limit} 字节（{setting}）',
    en: 'The body of the request is over {actual} bytes; the limit is {limit} ({setting}).',
  },
  TIME_LIMIT: {
    zh: '查询超过了 {limit} 毫秒的时限（{setting}）',
    en: 'The query took longer than the limit of {limit} ms ({setting}).',
  },
  PAGE_LIMIT: {
    zh: '{argument} 为 {actual}，一页上限为 {limit}（{setting}）',
    en: '{argument} is {actual}; a page holds at most {limit} ({setting}).',
  },
  ROW_LIMIT: {
    zh: '{field} 有 {actual} 项，不分页的列表上限为 {limit} 项（{setting}）；请加筛选、减少维度或放宽时间间隔',
    en: 'The list {field} has {actual} entries; a list without pages holds at most {limit} ({setting}). Ask for fewer: by a filter, fewer dimensions or a longer interval.',
  },
  PAST_PLANS_LIMIT: {
    zh: '要由事实重新算出的问题（如 knownAt、includeSubmitted，以及计数之外的度量）涉及 {actual} 个计划，上限为 {limit} 个（{setting}）；请用 filter 的 plan 指明计划',
    en: 'The question is worked out from the facts (as with knownAt, includeSubmitted or measures beyond counts) of {actual} plans; the limit is {limit} ({setting}). Name plans in the filter, by plan.',
  },
  DIMENSION_COUNT: {
    zh: '分组统计用了 {actual} 个维度，应为 1 到 {limit} 个',
    en: 'The breakdown has {actual} dimensions; it takes 1 to {limit}.',
  },
  INCOMPLETE_ASSUMPTION: {
    zh: '假设不完整：应给出 {expected}',
    en: 'An assumption is incomplete: name {expected}.',
  },
  ASSUMED_OF_NOTHING: {
    zh: '假设针对的 {of}“{value}”不在计划中',
    en: 'An assumption is about the {of} "{value}", which is not in the plan.',
  },
  NOTHING_TO_COMPARE: {
    zh: '请给出对比的 asOf 或 knownAt',
    en: 'Give the asOf or the knownAt to compare with.',
  },
  SUBSCRIPTION_LIMIT: {
    zh: '同时打开的订阅已达上限 {limit} 个（{setting}），请稍后再试',
    en: 'As many subscriptions are open as may be: the limit is {limit} ({setting}). Try again later.',
  },
  INVALID_PAGE: {
    zh: '{argument} 不能是 {value}：应为不小于 0 的整数，且 first 与 last 不能同时使用',
    en: '{argument} cannot be {value}: a page size is 0 or more, and first and last exclude each other.',
  },
  INVALID_CURSOR: {
    zh: '{argument} 的游标“{value}”不属于本列表或本排序',
    en: 'The cursor "{value}" in {argument} is none of this list in this order.',
  },
  INVALID_DATE: {
    zh: '“{value}”不是日期：应为 YYYY-MM-DD，且日历上有这一天',
    en: '"{value}" is not a date: it is written YYYY-MM-DD and must be a day of the calendar.',
  },
  INVALID_INSTANT: {
    zh: '“{value}”不是时刻：应为 RFC 3339，如 2020-07-01T00:00:00Z',
    en: '"{value}" is not an instant: it is written as RFC 3339 says, for example 2020-07-01T00:00:00Z.',
  },
  INVALID_DECIMAL: {
    zh: '“{value}”不是十进制数：应为字符串，如 "518" 或 "-0.15"',
    en: '"{value}" is not a decimal: it is a string of digits, for example "518" or "-0.15".',
  },
  INVALID_VARIABLE: {
    zh: '变量与其类型不符：{problem}',
    en: '{problem}',
  },
  KNOWN_AT_IN_FUTURE: {
    zh: 'knownAt {value} 在将来（现在是 {now}）：将来会知道什么，无人知道',
    en: 'knownAt {value} is in the future (it is {now} now): nobody knows yet what will be known then.',
  },
  NOT_JSON: {
    zh: '参数 {parameter} 不是 JSON',
    en: 'The parameter {parameter} is not JSON.',
  },
  NO_DOCUMENT: {
    zh: '请求里没有查询：应给出 query，或已登记查询的编号',
    en: 'There is no question in the request: send a query, or the id of a persisted one.',
  },
  UNKNOWN_OPERATION: {
    zh: '没有编号为“{value}”的已登记查询',
    en: 'There is no persisted operation with the id "{value}".',
  },
  PERSISTED_ONLY: {
    zh: '本服务只接受已登记的查询',
    en: 'This server takes persisted operations only.',
  },
  MEDIA_TYPE: {
    zh: '不接受 {value} 的请求正文：请用 application/json',
    en: 'A body of type {value} is not accepted: send application/json.',
  },
  NOT_AUTHORIZED: {
    zh: '没有权限：需要角色 {role}',
    en: 'Not allowed: it takes the role {role}.',
  },
  DATABASE_UNAVAILABLE: {
    zh: '数据库暂时不可用，请稍后再试',
    en: 'The database does not answer for the moment; ask again later.',
  },
  INTERNAL_SERVER_ERROR: {
    zh: '服务器内部错误，编号 {reference}',
    en: 'Something went wrong in the server; its reference is {reference}.',
  },
} as const satisfies Readonly<Record<string, Text>>

export type RefusalCode = keyof typeof refusals

/** A text with its parameters filled in. */
export function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}
