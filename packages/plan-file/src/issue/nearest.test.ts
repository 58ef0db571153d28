import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

test.each([
  ['dueOn', ['dueOn', 'startOn'], 'dueOn'],
  ['due_on', ['startOn', 'dueOn'], 'dueOn'],
  ['DUEON', ['startOn', 'dueOn'], 'dueOn'],
  ['titel', ['code', 'title'], 'title'],
  ['statoin', ['north', 'station'], 'station'],
  ['projcts', ['plates', 'projects'], 'projects'],
  ['yinchuan', ['a', 'yinchuan-2025'], 'yinchuan-2025'],
  ['plate', ['plates', 'plate-1'], 'plates'],
])('%s may be meant for one of %j', (found, names, expected) => {
  expect(nearest(found, names)).toBe(expected)
})

test.each([
  ['x', ['y', 'i']],
  ['budget', ['themes', 'tasks']],
  ['on', ['cel', 'title']],
  ['', ['a', 'b']],
  ['a'.repeat(200), ['a']],
])('%s is meant for none of %j', (found, names) => {
  expect(nearest(found, names)).toBeUndefined()
})

test('a name with one letter wrong is found among names unlike it', () => {
  const name = fc.stringMatching(/^[a-m]{6,12}$/)
  const others = fc.array(fc.stringMatching(/^[n-z]{6,12}$/), { maxLength: 5 })
  fc.assert(
    fc.property(name, others, fc.nat(5), (right, rest, at) => {
      const wrong = `${right.slice(0, at)}z${right.slice(at + 1)}`
      expect(nearest(wrong, [...rest, right])).toBe(right)
    }),
  )
})
