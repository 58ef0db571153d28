import type { Accumulation, Comparator, Direction, Fulfilment, Text } from '@duban/domain'

/** How a quantity behaves: what the indicators of one shape have in common. */
export interface IndicatorShape {
  readonly direction: Direction
  readonly comparator: Comparator
  readonly accumulation: Accumulation
  readonly fulfilment?: Fulfilment
  /** Baseline in percent of the target, for a state that is meant to change. */
  readonly baselinePercent?: number
}

/** A running total that is to reach the target. */
const TOTAL = { direction: 'INCREASE', comparator: 'AT_LEAST', accumulation: 'CUMULATIVE' } as const
/** Amounts per period that are to add up to the target. */
const AMOUNTS = { direction: 'INCREASE', comparator: 'AT_LEAST', accumulation: 'PERIODIC' } as const
/** A running total that is to be the target, no more and no less. */
const EXACT = { direction: 'INCREASE', comparator: 'EXACTLY', accumulation: 'CUMULATIVE' } as const
/** A running total that is not to pass the target. */
const CEILING = {
  direction: 'DECREASE',
  comparator: 'AT_MOST',
  accumulation: 'CUMULATIVE',
} as const
/** A state that is to rise. */
const RISE = {
  direction: 'INCREASE',
  comparator: 'AT_LEAST',
  accumulation: 'LEVEL',
  baselinePercent: 88,
} as const
/** A state that is to fall. */
const FALL = {
  direction: 'DECREASE',
  comparator: 'AT_MOST',
  accumulation: 'LEVEL',
  baselinePercent: 118,
} as const
/** A state that is to stay, all through. */
const KEEP = {
  direction: 'MAINTAIN',
  comparator: 'AT_LEAST',
  accumulation: 'LEVEL',
  fulfilment: 'THROUGHOUT',
} as const
/** A state that is to lie between two values. */
const BAND = { direction: 'MAINTAIN', comparator: 'BETWEEN', accumulation: 'LEVEL' } as const

/** A quantity that districts promise, with the range of its target in its unit. */
export interface IndicatorTemplate {
  /** Code of the area. */
  readonly area: string
  readonly title: Text
  readonly unit: string
  readonly low: number
  readonly high: number
  readonly shape: IndicatorShape
}

const quantity = (
  area: string,
  zh: string,
  en: string,
  unit: string,
  low: number,
  high: number,
  shape: IndicatorShape = TOTAL,
): IndicatorTemplate => ({ area, title: { zh, en }, unit, low, high, shape })

/** What districts promise. The place or the year's share is put to it when a plan is made. */
export const INDICATOR_TEMPLATES: readonly IndicatorTemplate[] = [
  quantity('renewal', '老旧小区改造', 'Old estates renewed', 'COUNT', 40, 400),
  quantity('renewal', '道路综合改造', 'Streets renewed', 'LINE', 8, 40),
  quantity('renewal', '城中村改造安置房回迁', 'Resettlement dwellings', 'DWELLING', 800, 6000),
  quantity('renewal', '街角小广场建设', 'Street-corner squares', 'PLACE', 6, 30),
  quantity('renewal', '示范亮点建设', 'Model places', 'PLACE', 6, 20, EXACT),
  quantity(
    'renewal',
    '违法建设拆除',
    'Illegal buildings removed',
    'WAN_SQUARE_METRE',
    5,
    60,
    AMOUNTS,
  ),
  quantity('renewal', '新增停车泊位', 'New parking spaces', 'PARKING_SPACE', 800, 8000, AMOUNTS),

  quantity('industry', '新签约亿元以上项目', 'Large projects signed', 'PROJECT', 15, 60),
  quantity('industry', '规上工业增加值增速', 'Growth of industry', 'PERCENT', 5, 9, RISE),
  quantity('industry', '社会消费品零售总额', 'Retail sales', 'YI_YUAN', 120, 700, AMOUNTS),
  quantity('industry', '引进域内境外资金', 'Capital from outside', 'YI_YUAN', 20, 120),
  quantity('industry', '实际利用外资', 'Foreign capital used', 'WAN_US_DOLLAR', 3000, 40000),
  quantity('industry', '新增规上企业', 'New large enterprises', 'ENTERPRISE', 20, 90),
  quantity('industry', '招引头部企业', 'Leading enterprises attracted', 'ENTERPRISE', 3, 12),

  quantity('plates', '板块标志性项目开工', 'Landmark projects started', 'PROJECT', 4, 10),
  quantity('plates', '板块土地出让', 'Land granted', 'MU', 300, 2400),
  quantity('plates', '板块征迁完成', 'Land cleared', 'MU', 400, 3000),
  quantity('plates', '板块新增商业面积', 'New shop area', 'WAN_SQUARE_METRE', 8, 60),
  quantity('plates', '板块游客接待', 'Visitors', 'TEN_THOUSAND_PERSON_TIMES', 60, 900, AMOUNTS),
  quantity('plates', '板块新增就业', 'New jobs', 'PERSON', 600, 6000),

  quantity('landscape', '背街小巷整治', 'Lanes put in order', 'LINE', 20, 160),
  quantity('landscape', '架空线入地', 'Wires put underground', 'KILOMETRE', 10, 90),
  quantity('landscape', '绿道建设', 'Greenways', 'KILOMETRE', 8, 60),
  quantity('landscape', '主次干道机扫率', 'Streets swept by machine', 'PERCENT', 92, 99, KEEP),
  quantity('landscape', '垃圾分类覆盖率', 'Households sorting waste', 'PERCENT', 85, 100, RISE),
  quantity('landscape', '公厕新建改造', 'Public toilets', 'BUILDING', 10, 60),

  quantity('reform', '高频事项一次办成', 'Services done in one visit', 'PROJECT', 200, 500),
  quantity('reform', '一般公共预算支出', 'Public spending', 'YI_YUAN', 30, 90, CEILING),
  quantity('reform', '审批时限', 'Time for an approval', 'WORKING_DAY', 3, 12, FALL),
  quantity('reform', '标准地出让', 'Land granted to a standard', 'PROJECT', 4, 20),
  quantity('reform', '新登记市场主体', 'New businesses', 'ENTERPRISE', 3000, 24000, AMOUNTS),
  quantity('reform', '群众满意率', 'Satisfied citizens', 'PERCENT', 92, 99, KEEP),

  quantity('ecology', 'PM2.5年均浓度', 'PM2.5', 'MICROGRAM_PER_CUBIC_METRE', 42, 58, FALL),
  quantity('ecology', '优良天数', 'Days of good air', 'DAY', 190, 260),
  quantity('ecology', '新增绿地', 'New green space', 'WAN_SQUARE_METRE', 30, 160),
  quantity('ecology', '公园游园建设', 'Parks', 'COUNT', 8, 40),
  quantity('ecology', '单位生产总值能耗下降', 'Less energy per output', 'PERCENT', 2, 5, RISE),
  quantity('ecology', '污水处理率', 'Waste water treated', 'PERCENT', 94, 99, KEEP),
  quantity('ecology', '燃煤消费量', 'Coal burnt', 'WAN_TONNE', 8, 60, CEILING),

  quantity('livelihood', '新建中小学', 'New schools', 'INSTITUTION', 2, 9),
  quantity('livelihood', '新增公办幼儿园', 'New public kindergartens', 'INSTITUTION', 4, 18),
  quantity('livelihood', '城镇新增就业', 'New jobs in town', 'PERSON', 4000, 26000),
  quantity('livelihood', '社区养老服务中心', 'Care centres', 'COUNT', 4, 24),
  quantity('livelihood', '城镇登记失业率', 'Registered unemployment', 'PERCENT', 3, 4, BAND),
  quantity('livelihood', '新增学位', 'New school places', 'SEAT', 1500, 12000),
  quantity('livelihood', '社区卫生服务中心达标', 'Health centres up to standard', 'COUNT', 5, 20),

  quantity('rural', '美丽乡村建设', 'Villages improved', 'COUNT', 4, 30),
  quantity('rural', '农村公路改造', 'Country roads renewed', 'KILOMETRE', 20, 160),
  quantity('rural', '高标准农田', 'Good farmland', 'WAN_MU', 1, 9),
  quantity('rural', '农村户厕改造', 'Farm toilets renewed', 'HOUSEHOLD', 800, 9000),
  quantity('rural', '农村居民收入增速', 'Growth of farm incomes', 'PERCENT', 6, 9, RISE),

  quantity('safety', '隐患排查整治', 'Dangers mended', 'PLACE', 300, 3000, AMOUNTS),
  quantity('safety', '智慧社区建设', 'Smart communities', 'COUNT', 6, 50),
  quantity('safety', '信访事项化解率', 'Petitions settled', 'PERCENT', 90, 99, RISE),
  quantity('safety', '微型消防站', 'Small fire stations', 'COUNT', 10, 80),
  quantity('safety', '安全生产事故起数', 'Accidents at work', 'PIECE', 6, 30, CEILING),

  quantity('innovation', '新增高新技术企业', 'New high-technology firms', 'ENTERPRISE', 15, 120),
  quantity('innovation', '技术合同成交额', 'Technology contracts', 'YI_YUAN', 3, 60),
  quantity('innovation', '引进高层次人才', 'Talents attracted', 'PERSON', 40, 600),
  quantity('innovation', '研发投入强度', 'Spending on research', 'PERCENT', 2, 4, RISE),
  quantity('innovation', '新增研发平台', 'New research platforms', 'COUNT', 5, 40),
]
