import { createHash } from 'node:crypto'

/** The text that the office's plan locates its parts in. */
export const officeText = '一、工作计划\n改造老旧小区一百二十个。\n'

export const officeTextSha256 = createHash('sha256').update(officeText).digest('hex')
