import pg from 'pg'
import type { CommitNotice } from '../contract/commit.ts'

/** The channel commits are told on. */
export const noticeChannel = 'duban_commit'

const firstPause = 100
const longestPause = 5000
/** A notice whose connection broke right behind its commit is lost: how long until someone looks, in milliseconds. */
const lookEvery = 10_000

/** Listens on a connection of its own, connects again when it is lost, and looks now and then all the same. */
export async function hearNotices(
  url: string,
  heard: (notice: CommitNotice | 'CATCH_UP') => void,
  every = lookEvery,
): Promise<() => Promise<void>> {
  let client: pg.Client | undefined
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const connect = async () => {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true })
    let lost = false
    const lose = () => {
      if (lost || stopped) return
      lost = true
      again(firstPause)
    }
    fresh.on('notification', ({ payload }) => heard(noticeIn(payload)))
    fresh.on('error', lose)
    fresh.on('end', lose)
    try {
      await fresh.connect()
      await fresh.query(`listen ${noticeChannel}`)
      client = fresh
    } catch (error) {
      lost = true
      await fresh.end().catch(() => undefined)
      throw error
    }
  }
  const again = (pause: number) => {
    timer = setTimeout(() => {
      connect().then(
        () => heard('CATCH_UP'),
        () => again(Math.min(pause * 2, longestPause)),
      )
    }, pause)
    timer.unref()
  }
  await connect()
  const looking = setInterval(() => heard('CATCH_UP'), every).unref()
  return async () => {
    stopped = true
    clearInterval(looking)
    clearTimeout(timer)
    await client?.end()
  }
}

function noticeIn(payload: string | undefined): CommitNotice | 'CATCH_UP' {
  try {
    const notice: unknown = JSON.parse(payload ?? '')
    if (isNotice(notice)) return notice
  } catch {
    // Somebody else's; whatever it was, looking costs one statement.
  }
  return 'CATCH_UP'
}

function isNotice(value: unknown): value is CommitNotice {
  return (
    typeof value === 'object' &&
    value !== null &&
    'plan' in value &&
    typeof value.plan === 'string' &&
    'revision' in value &&
    typeof value.revision === 'number'
  )
}
