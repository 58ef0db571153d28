import { createHash } from 'node:crypto'
import { type Instant, todayIn } from '@duban/domain'
import type { Storage } from '@duban/storage'
import type { Reads } from './reads.ts'

/** Plans that a tag may name: it goes over the wire with every request. */
const plansInTag = 20

/**
 * The entity tag of an answer: what was asked, and the revisions and the day it rests on. It holds all that is needed
 * to tell whether the answer would be the same, so any server can, without asking again and without keeping anything.
 * Null for an answer that rests on more than some plans.
 */
export function writeTag(asked: string, reads: Reads): string | null {
  if (reads.others || reads.plans.size > plansInTag) return null
  const rests = JSON.stringify([[...reads.plans], [...reads.days]])
  return `W/"${digest(asked)}.${Buffer.from(rests).toString('base64url')}"`
}

interface Rests {
  readonly plans: readonly (readonly [code: string, revision: number])[]
  readonly days: readonly (readonly [timeZone: string, day: string])[]
}

/** Whether a tag says that the same answer would be given now to what is asked. At most one statement. */
export async function isStillGood(
  tag: string,
  asked: string,
  storage: Storage,
  now: Instant,
): Promise<boolean> {
  const rests = readTag(tag, asked)
  if (!rests) return false
  if (!rests.days.every(([timeZone, day]) => todayIn(timeZone, now) === day)) return false
  if (rests.plans.length === 0) return true
  const revisions = await storage.revisions(rests.plans.map(([code]) => code))
  return rests.plans.every(([code, revision]) => (revisions.get(code) ?? 0) === revision)
}

function readTag(tag: string, asked: string): Rests | null {
  const [, told, payload] = /^(?:W\/)?"([\w-]{22})\.([\w-]*)"$/.exec(tag.trim()) ?? []
  if (told !== digest(asked) || payload === undefined) return null
  try {
    const read: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
    if (!Array.isArray(read) || read.length !== 2) return null
    const [plans, days] = read
    return isPairs(plans, isNumber) && isPairs(days, isText) ? { plans, days } : null
  } catch {
    return null
  }
}

function isPairs<Second>(
  value: unknown,
  isSecond: (second: unknown) => second is Second,
): value is readonly (readonly [string, Second])[] {
  return (
    Array.isArray(value) &&
    value.length <= plansInTag &&
    value.every(
      (pair) => Array.isArray(pair) && pair.length === 2 && isText(pair[0]) && isSecond(pair[1]),
    )
  )
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => typeof value === 'number'

function digest(asked: string): string {
  return createHash('sha256').update(asked).digest('base64url').slice(0, 22)
}
