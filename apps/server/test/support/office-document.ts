import { createHash } from 'node:crypto'
import type { Locator } from '@duban/domain'

const title = '一、老旧小区改造'
const promises = [
  '改造老旧小区120个，新修道路40公里，改造率达到60%，可改造小区200个，完成投资0.8亿元。',
  '南部板块6月30日前完成城市设计，9月30日前社区中心开放、道路通车，12月31日前全部完成；项目bridge、项目estate年内投资过半。',
].join('')

/** The text that the office's plan locates its parts in. */
export const officeText = `${title}\n${promises}\n`

export const officeTextSha256 = createHash('sha256').update(officeText).digest('hex')

/** Where the office's plan finds its parts: in the one paragraph that states them all. */
export const officeLocator: Locator = {
  document: 'plan-2020',
  section: title,
  paragraph: 2,
  start: title.length + 1,
  end: title.length + 1 + promises.length,
}
