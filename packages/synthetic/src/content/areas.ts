import type { Text } from '@duban/domain'

/** An area of work as most districts have it: what a task is made from. */
export interface AreaTemplate {
  readonly code: string
  readonly title: Text
  /** Place among the themes. */
  readonly theme: number
  /** Codes of the bureaus that lead in it. */
  readonly bureaus: readonly string[]
  readonly actions: readonly Text[]
  readonly mechanism: Text
}

const text = (zh: string, en: string): Text => ({ zh, en })

/** Lasting aims. */
export const THEME_TITLES: readonly Text[] = [
  text('品质城区', 'A City of Quality'),
  text('田园城区', 'A City of Gardens'),
  text('温暖城区', 'A City of Warmth'),
]

/** What a plan opens with. */
export const REQUIREMENT_TITLES: readonly Text[] = [
  text('坚持稳中求进工作总基调', 'Steady progress as the general approach'),
  text('坚持以项目论英雄', 'Judging by projects'),
  text('坚持以人民为中心', 'The people at the centre'),
]

/** The areas, in the order in which a plan takes them up. */
export const AREAS: readonly AreaTemplate[] = [
  {
    code: 'renewal',
    title: text('城市有机更新', 'Organic Urban Renewal'),
    theme: 0,
    bureaus: ['housing-construction', 'urban-management', 'natural-resources'],
    actions: [
      text('推进老旧小区综合改造', 'Renew old housing estates'),
      text('推进城市道路综合改造', 'Renew city streets'),
      text('推进城乡接合部综合改造', 'Renew the urban fringe'),
    ],
    mechanism: text('一院一策', 'One plan for each estate'),
  },
  {
    code: 'industry',
    title: text('现代产业发展', 'Modern Industry'),
    theme: 0,
    bureaus: ['development-reform', 'industry-information', 'commerce'],
    actions: [
      text('扩大项目总量', 'More projects'),
      text('深化招商引资', 'Attract investment'),
      text('提升产业质量', 'Better industry'),
    ],
    mechanism: text('周调度、月通报', 'Weekly dispatch, monthly bulletin'),
  },
  {
    code: 'plates',
    title: text('核心板块建设', 'Core Plates'),
    theme: 0,
    bureaus: ['natural-resources', 'development-reform', 'culture-tourism'],
    actions: [
      text('完成板块城市设计', 'Finish the urban design of plates'),
      text('启动标志性项目', 'Launch landmark projects'),
    ],
    mechanism: text('板块专班', 'A team for each plate'),
  },
  {
    code: 'landscape',
    title: text('城市形态塑造', 'The Shape of the City'),
    theme: 0,
    bureaus: ['urban-management', 'gardens', 'transport'],
    actions: [
      text('打造美丽街区', 'Beautiful quarters'),
      text('推进城市精细化管理', 'Manage the city with care'),
    ],
    mechanism: text('路长制', 'A warden for each street'),
  },
  {
    code: 'reform',
    title: text('深化改革开放', 'Reform and Opening'),
    theme: 0,
    bureaus: ['government-services', 'finance', 'human-resources'],
    actions: [
      text('推进一网通办', 'Services through one website'),
      text('厉行节约压缩支出', 'Spend less'),
      text('优化营商环境', 'A better place to do business'),
    ],
    mechanism: text('好差评', 'Rating of services'),
  },
  {
    code: 'ecology',
    title: text('美丽生态建设', 'Ecology'),
    theme: 1,
    bureaus: ['ecology', 'gardens', 'water'],
    actions: [
      text('建设公园和生态廊道', 'Build parks and green corridors'),
      text('打好污染防治攻坚战', 'Fight pollution'),
    ],
    mechanism: text('河长制', 'A warden for each river'),
  },
  {
    code: 'livelihood',
    title: text('民生福祉改善', 'The People’s Wellbeing'),
    theme: 2,
    bureaus: ['education', 'health', 'civil-affairs', 'human-resources'],
    actions: [
      text('新建改扩建学校', 'Build and extend schools'),
      text('完善社区养老服务', 'Care for the elderly near home'),
      text('促进就业创业', 'Help people into work'),
    ],
    mechanism: text('集团化办学', 'Groups of schools'),
  },
  {
    code: 'rural',
    title: text('乡村振兴', 'Rural Revitalisation'),
    theme: 1,
    bureaus: ['agriculture', 'culture-tourism', 'water'],
    actions: [
      text('建设美丽乡村', 'Villages worth seeing'),
      text('发展都市农业', 'Farming for the city'),
    ],
    mechanism: text('驻村第一书记', 'A first secretary in each village'),
  },
  {
    code: 'safety',
    title: text('安全发展与社会治理', 'Safety and Governance'),
    theme: 2,
    bureaus: ['emergency', 'civil-affairs', 'urban-management'],
    actions: [
      text('排查整治安全隐患', 'Find and mend dangers'),
      text('推进网格化治理', 'Govern by grid'),
    ],
    mechanism: text('党建引领网格', 'Party-led grids'),
  },
  {
    code: 'innovation',
    title: text('科技创新', 'Innovation'),
    theme: 0,
    bureaus: ['science-technology', 'industry-information', 'human-resources'],
    actions: [
      text('培育高新技术企业', 'Raise high-technology enterprises'),
      text('引进创新平台', 'Attract research platforms'),
    ],
    mechanism: text('揭榜挂帅', 'Open calls for solutions'),
  },
]
