import type { MeasureDimension, MeasureUnit } from './measure-unit.ts'

function unit(
  code: string,
  dimension: MeasureDimension,
  factor: string,
  zh: string,
  en: string,
): MeasureUnit {
  return { code, label: { zh, en }, dimension, factor }
}

/**
 * The units of measure that every plan has. Things counted with different counters (个, 项, 家) are one dimension,
 * COUNT; persons, households, dwellings and occasions are their own. The factor of areas is to 亩, the one base
 * in which all of them are finite decimals.
 */
export const SHIPPED_UNITS: readonly MeasureUnit[] = [
  unit('COUNT', 'COUNT', '1', '个', 'items'),
  unit('PIECE', 'COUNT', '1', '件', 'pieces'),
  unit('PROJECT', 'COUNT', '1', '项', 'projects'),
  unit('ENTERPRISE', 'COUNT', '1', '家', 'enterprises'),
  unit('INSTITUTION', 'COUNT', '1', '所', 'institutions'),
  unit('PLACE', 'COUNT', '1', '处', 'places'),
  unit('LINE', 'COUNT', '1', '条', 'lines'),
  unit('BUILDING', 'COUNT', '1', '座', 'structures'),
  unit('BLOCK', 'COUNT', '1', '栋', 'buildings'),
  unit('MACHINE', 'COUNT', '1', '台', 'machines'),
  unit('VEHICLE', 'COUNT', '1', '辆', 'vehicles'),
  unit('COPY', 'COUNT', '1', '份', 'copies'),
  unit('KIND', 'COUNT', '1', '类', 'kinds'),
  unit('TEN_THOUSAND', 'COUNT', '10000', '万个', 'ten thousand items'),
  unit('PERSON', 'PERSON', '1', '人', 'persons'),
  unit('TEN_THOUSAND_PERSONS', 'PERSON', '10000', '万人', 'ten thousand persons'),
  unit('HOUSEHOLD', 'HOUSEHOLD', '1', '户', 'households'),
  unit('TEN_THOUSAND_HOUSEHOLDS', 'HOUSEHOLD', '10000', '万户', 'ten thousand households'),
  unit('DWELLING', 'DWELLING', '1', '套', 'dwellings'),
  unit('TEN_THOUSAND_DWELLINGS', 'DWELLING', '10000', '万套', 'ten thousand dwellings'),
  unit('OCCASION', 'OCCASION', '1', '次', 'times'),
  unit('EVENT', 'OCCASION', '1', '场', 'events'),
  unit('BATCH', 'BATCH', '1', '批', 'batches'),
  unit('PERSON_TIME', 'PERSON_TIME', '1', '人次', 'person-times'),
  unit('TEN_THOUSAND_PERSON_TIMES', 'PERSON_TIME', '10000', '万人次', 'ten thousand person-times'),
  unit('BED', 'BED', '1', '张', 'beds'),
  unit('SEAT', 'SEAT', '1', '个学位', 'school places'),
  unit('PARKING_SPACE', 'PARKING_SPACE', '1', '个泊位', 'parking spaces'),
  unit('YUAN', 'CURRENCY', '1', '元', 'yuan'),
  unit('WAN_YUAN', 'CURRENCY', '10000', '万元', 'ten thousand yuan'),
  unit('YI_YUAN', 'CURRENCY', '100000000', '亿元', 'hundred million yuan'),
  unit('US_DOLLAR', 'US_DOLLAR', '1', '美元', 'US dollars'),
  unit('WAN_US_DOLLAR', 'US_DOLLAR', '10000', '万美元', 'ten thousand US dollars'),
  unit('YI_US_DOLLAR', 'US_DOLLAR', '100000000', '亿美元', 'hundred million US dollars'),
  unit('SQUARE_METRE', 'AREA', '0.0015', '平方米', 'm²'),
  unit('WAN_SQUARE_METRE', 'AREA', '15', '万平方米', 'ten thousand m²'),
  unit('MU', 'AREA', '1', '亩', 'mu'),
  unit('WAN_MU', 'AREA', '10000', '万亩', 'ten thousand mu'),
  unit('HECTARE', 'AREA', '15', '公顷', 'ha'),
  unit('SQUARE_KILOMETRE', 'AREA', '1500', '平方公里', 'km²'),
  unit('METRE', 'LENGTH', '1', '米', 'm'),
  unit('LI', 'LENGTH', '500', '里', 'li'),
  unit('KILOMETRE', 'LENGTH', '1000', '公里', 'km'),
  unit('CUBIC_METRE', 'VOLUME', '1', '立方米', 'm³'),
  unit('WAN_CUBIC_METRE', 'VOLUME', '10000', '万立方米', 'ten thousand m³'),
  unit('KILOGRAM', 'MASS', '1', '公斤', 'kg'),
  unit('TONNE', 'MASS', '1000', '吨', 't'),
  unit('WAN_TONNE', 'MASS', '10000000', '万吨', 'ten thousand t'),
  unit('TONNE_COAL_EQUIVALENT', 'COAL_EQUIVALENT', '1', '吨标准煤', 't of coal equivalent'),
  unit('KILOWATT', 'POWER', '1', '千瓦', 'kW'),
  unit('WAN_KILOWATT', 'POWER', '10000', '万千瓦', 'ten thousand kW'),
  unit('KILOWATT_HOUR', 'ENERGY', '1', '千瓦时', 'kWh'),
  unit('WAN_KILOWATT_HOUR', 'ENERGY', '10000', '万千瓦时', 'ten thousand kWh'),
  unit('MICROGRAM_PER_CUBIC_METRE', 'CONCENTRATION', '1', '微克/立方米', 'µg/m³'),
  unit('MILLIGRAM_PER_CUBIC_METRE', 'CONCENTRATION', '1000', '毫克/立方米', 'mg/m³'),
  unit('MINUTE', 'TIME', '1', '分钟', 'minutes'),
  unit('HOUR', 'TIME', '60', '小时', 'hours'),
  unit('DAY', 'TIME', '1440', '天', 'days'),
  unit('WORKING_DAY', 'WORKING_TIME', '1', '个工作日', 'working days'),
  unit('PERCENT', 'SHARE', '1', '%', '%'),
  unit('PER_MILLE', 'SHARE', '0.1', '‰', '‰'),
  unit('PERCENTAGE_POINT', 'PERCENTAGE_POINT', '1', '个百分点', 'percentage points'),
  unit('RANK', 'RANK', '1', '位', 'place in the ranking'),
  unit('SCORE', 'SCORE', '1', '分', 'points'),
]

/** The unit with that code, among a plan's own ones first and then the shipped ones; null where there is none. */
export function findMeasureUnit(
  code: string,
  own: readonly MeasureUnit[] = [],
): MeasureUnit | null {
  const named = (candidate: MeasureUnit): boolean => candidate.code === code
  return own.find(named) ?? SHIPPED_UNITS.find(named) ?? null
}
