import type { Policy } from './policy.ts'

/** The Policy that lights a plan which names no other. */
export const YINCHUAN_2025: Policy = {
  code: 'yinchuan-2025',
  version: '1',
  title: { zh: '银川市2025年“红黄绿灯”推进机制', en: 'Yinchuan traffic lights, 2025' },
  source: {
    zh: '银川市发展和改革委员会2025年3月18日公布的重点项目“红黄绿灯”推进机制；标明之处及计分，来源未作规定，由此处确定。',
    en: 'Traffic lights for key projects, published by the Development and Reform Commission of Yinchuan on 18 March 2025; the lines so marked and all points are not in the source and are decided here.',
  },
  lights: [
    { light: 'GREY', when: 'status in ["WAIVED", "UNKNOWN"]', openInSource: true },
    { light: 'GREEN', when: 'status in ["MET", "MET_LATE"]' },
    { light: 'RED', when: 'kind != "INDICATOR" && status == "OVERDUE" && monthsLate >= 3' },
    { light: 'YELLOW', when: 'kind != "INDICATOR" && status == "OVERDUE"' },
    { light: 'RED', when: 'kind == "INDICATOR" && gapPoints < -30.0' },
    { light: 'YELLOW', when: 'kind == "INDICATOR" && (gapPoints <= -10.0 || status == "OVERDUE")' },
    { light: 'BLUE', when: 'kind == "INDICATOR" && gapPoints < 0.0', openInSource: true },
    {
      light: 'BLUE',
      when: 'status == "DUE_SOON" && !(kind == "INDICATOR" && has(assessment.gapPoints) && gapPoints >= 0.0)',
      openInSource: true,
    },
    { light: 'GREEN', when: 'true' },
  ],
  scores: [
    {
      code: 'met',
      title: { zh: '按期完成', en: 'Met on time' },
      when: 'status == "MET"',
      points: { cel: '10.0 * weight' },
    },
    {
      code: 'met-late',
      title: { zh: '逾期完成', en: 'Met late' },
      when: 'status == "MET_LATE"',
      points: { cel: '6.0 * weight' },
    },
    {
      code: 'overdue',
      title: { zh: '逾期未完成', en: 'Overdue' },
      when: 'status == "OVERDUE"',
      points: { cel: '-5.0 * weight' },
    },
    {
      code: 'long-overdue',
      title: { zh: '逾期三个月以上', en: 'Overdue for three months or more' },
      when: 'status == "OVERDUE" && monthsLate >= 3',
      points: { cel: '-5.0 * weight' },
    },
  ],
}
