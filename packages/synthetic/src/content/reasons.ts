/** Why a report is returned. Reports and their reasons are in the language of the office. */
export const RETURN_REASONS: readonly string[] = [
  '数据与佐证材料不一致,请核实后重报',
  '计量单位填报有误,请按规定单位重报',
  '累计数小于上期,请核实',
  '未附佐证材料,请补充后重报',
  '口径与统计部门不一致,请会商后重报',
]

/** Why a reported value that was approved is corrected later. */
export const CORRECTION_NOTES: readonly string[] = [
  '经审计核减',
  '统计口径调整,更正上报数',
  '上报时漏计,予以更正',
]

/** Why a target is amended in the open. */
export const AMENDMENT_REASON = '受疫情影响,经区委常委会研究同意调整年度目标'

/** Why more time is asked for. */
export const EXTENSION_REASONS: readonly string[] = [
  '征迁进度滞后,施工场地未能按期移交',
  '大气污染管控期间停工,工期顺延',
]

/** Why more time is refused. */
export const REFUSAL_REASON = '申请理由不充分,应倒排工期按期完成'

/** Why a commitment is excused. */
export const WAIVER_REASON = '上级规划调整,经研究不再实施'
