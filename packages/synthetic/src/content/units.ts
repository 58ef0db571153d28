import type { Text } from '@duban/domain'

/** An office of a district, before it has a place in a plan. */
export interface OfficeName {
  readonly code: string
  readonly name: Text
}

const office = (code: string, zh: string, en: string): OfficeName => ({ code, name: { zh, en } })

/** The office that supervises, reviews and grants more time. */
export const SUPERVISION_OFFICE = office('supervision', '区委区政府督查室', 'Supervision Office')

/** Offices that lead commitments, as most districts have them. */
export const BUREAUS: readonly OfficeName[] = [
  office('development-reform', '区发展和改革委员会', 'Development and Reform Commission'),
  office('housing-construction', '区住房和城乡建设局', 'Housing and Construction Bureau'),
  office('urban-management', '区城市管理局', 'Urban Management Bureau'),
  office('commerce', '区商务局', 'Commerce Bureau'),
  office('industry-information', '区工业和信息化局', 'Industry and Information Bureau'),
  office('education', '区教育局', 'Education Bureau'),
  office('health', '区卫生健康委员会', 'Health Commission'),
  office('civil-affairs', '区民政局', 'Civil Affairs Bureau'),
  office('finance', '区财政局', 'Finance Bureau'),
  office('ecology', '区生态环境分局', 'Ecology and Environment Branch'),
  office('gardens', '区园林绿化中心', 'Gardens and Greening Centre'),
  office('natural-resources', '区自然资源和规划局', 'Natural Resources and Planning Bureau'),
  office('culture-tourism', '区文化和旅游局', 'Culture and Tourism Bureau'),
  office('government-services', '区政务服务和大数据局', 'Government Services Bureau'),
  office('agriculture', '区农业农村委员会', 'Agriculture and Rural Affairs Commission'),
  office('transport', '区交通运输局', 'Transport Bureau'),
  office('emergency', '区应急管理局', 'Emergency Management Bureau'),
  office('human-resources', '区人力资源和社会保障局', 'Human Resources Bureau'),
  office('science-technology', '区科学技术局', 'Science and Technology Bureau'),
  office('water', '区水利局', 'Water Bureau'),
]
