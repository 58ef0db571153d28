/** What a row of a report may say. */
export type ReportField =
  | 'indicator'
  | 'project'
  | 'value'
  | 'unit'
  | 'on'
  | 'reporter'
  | 'state'
  | 'evidence'
  | 'note'

/** The heads of a field's column, the first of each language being the one that is shown. */
export const fieldHeads: Readonly<Record<ReportField, readonly string[]>> = {
  indicator: ['indicator', '指标', '指标代码', '指标名称'],
  project: ['project', '项目', '项目代码', '项目名称'],
  value: ['value', '数值', '完成值', '完成情况'],
  unit: ['unit', '计量单位'],
  on: ['on', '日期', '数据日期', 'date', 'effectiveon'],
  reporter: ['reporter', '填报单位', '责任单位'],
  state: ['state', '状态'],
  evidence: ['evidence', '佐证', '佐证材料'],
  note: ['note', '备注', '说明'],
}

const byHead = new Map<string, ReportField>(
  (Object.keys(fieldHeads) as ReportField[]).flatMap((field) =>
    fieldHeads[field].map((head) => [head, field] as const),
  ),
)

/** The field that a column is headed by; undefined for none. Spaces and capitals do not count. */
export function fieldOfHead(head: string): ReportField | undefined {
  return byHead.get(head.replace(/\s/g, '').toLowerCase())
}
