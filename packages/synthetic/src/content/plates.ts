import type { Text } from '@duban/domain'

/** A development zone and what it is to become; a place's name may stand before it. */
export interface PlateTemplate {
  readonly name: Text
  readonly aim: Text
}

const plate = (zh: string, en: string, aimZh: string, aimEn: string): PlateTemplate => ({
  name: { zh, en },
  aim: { zh: aimZh, en: aimEn },
})

/** Zones as districts plan them. */
export const PLATE_TEMPLATES: readonly PlateTemplate[] = [
  plate('核心商圈板块', 'Core Shopping Plate', '提升业态和品牌', 'Better trades and brands'),
  plate(
    '康养产业板块',
    'Health and Care Plate',
    '引进优质医疗和养老资源',
    'Good medicine and care',
  ),
  plate('滨河文旅板块', 'Riverside Tourism Plate', '建成特色文旅集聚区', 'A cluster for tourism'),
  plate(
    '现代服务业板块',
    'Modern Services Plate',
    '集聚总部和结算中心',
    'Head offices and settlement',
  ),
  plate('智能新区板块', 'Smart New Area Plate', '打造产城融合示范区', 'Industry and town in one'),
  plate('田园小镇板块', 'Garden Town Plate', '建设美丽乡村', 'Villages worth seeing'),
  plate('临空物流板块', 'Airport Logistics Plate', '做强枢纽物流', 'Logistics at the hub'),
  plate(
    '先进制造板块',
    'Advanced Manufacturing Plate',
    '做强产业链条',
    'Stronger chains of industry',
  ),
]
