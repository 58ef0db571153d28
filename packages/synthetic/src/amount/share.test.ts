import { parseExact, printExact, ZERO } from '@duban/domain'
import { expect, test } from 'vitest'
import { parts, shareOf } from './share.ts'

const share = (decimal: string, millionths: number, scale: number): string =>
  printExact(shareOf(parseExact(decimal) ?? ZERO, millionths, scale))

test('a share is exact and rounds half up', () => {
  expect(share('518', 500_000, 2)).toBe('259')
  expect(share('0.1', 333_333, 4)).toBe('0.0333')
  expect(share('5', 500_000, 0)).toBe('3')
  expect(share('-5', 100_000, 1)).toBe('-0.5')
})

test('parts are canonical', () => {
  expect(printExact(parts(51_800, 2))).toBe('518')
  expect(printExact(parts(5, 3))).toBe('0.005')
})
