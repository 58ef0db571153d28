import type { Text } from '@duban/domain'

/** What is built; the place is put before it. `zh` and `en` follow the place's name. */
export interface ProjectTemplate {
  readonly name: Text
  /** Years that it takes, about. */
  readonly years: number
}

const template = (years: number, zh: string, en: string): ProjectTemplate => ({
  name: { zh, en },
  years,
})

/** What district projects are, with about how long they take. */
export const PROJECT_TEMPLATES: readonly ProjectTemplate[] = [
  template(3, '片区城市更新', 'area renewal'),
  template(3, '商业综合体', 'shopping complex'),
  template(2, '标准厂房', 'standard factory buildings'),
  template(4, '总部基地', 'headquarters park'),
  template(3, '科技产业园', 'science and technology park'),
  template(2, '冷链物流中心', 'cold-chain logistics centre'),
  template(1, '道路综合改造', 'street renewal'),
  template(1, '雨污分流改造', 'separation of rain and waste water'),
  template(2, '综合管廊', 'utility tunnel'),
  template(2, '九年一贯制学校', 'nine-year school'),
  template(1, '公办幼儿园', 'public kindergarten'),
  template(3, '综合医院', 'general hospital'),
  template(1, '社区养老服务中心', 'community care centre for the elderly'),
  template(2, '文化艺术中心', 'culture and arts centre'),
  template(2, '全民健身中心', 'sports centre'),
  template(2, '郊野公园', 'country park'),
  template(1, '生态廊道', 'green corridor'),
  template(2, '水系连通', 'linking of waterways'),
  template(3, '安置房', 'resettlement housing'),
  template(2, '人才公寓', 'housing for talents'),
  template(2, '大数据中心', 'data centre'),
  template(2, '特色文旅小镇', 'tourism town'),
  template(1, '污水处理厂提标', 'upgrade of the sewage plant'),
  template(1, '立体停车场', 'multi-storey car park'),
  template(2, '新能源装备制造', 'plant for new-energy equipment'),
  template(2, '生物医药加速器', 'biomedicine accelerator'),
]
