import type { Duplex } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type pg from 'pg'
import type { CommitNotice } from '../contract/commit.ts'
import { type Compiled, compile } from './compile.ts'
import type { Returned, UnitOfWork, Write } from './connection.ts'
import { noticeChannel } from './hear-notices.ts'
import type { Session, Statement } from './session.ts'

/** Sends a write, and answers the first row that it returned. */
export type Send = (client: pg.PoolClient, write: Write) => Promise<Returned | undefined>

/** Rows from which on a write is on its way before the next one is made: what an import holds in memory is bounded. */
const bigWrite = 1000

/** Sends writes as named statements, each compiled once. */
export function sender(
  session: Session,
  onStatement: (sql: string, params: unknown[]) => void,
): Send {
  const compiled = new Map<Statement<unknown>, Compiled & { readonly name: string }>()
  const compiledOf = (statement: Statement<unknown>) => {
    const known = compiled.get(statement)
    if (known !== undefined) return known
    const made = { ...compile(statement(session)), name: `write_${compiled.size}` }
    compiled.set(statement, made)
    return made
  }
  return async (client, write) => {
    const { name, sql: text, bind } = compiledOf(write.statement)
    const values = bind(valuesOf(write))
    onStatement(text, values)
    const { rows } = await client.query<Record<string, unknown>>({ name, text, values })
    return rows[0]
  }
}

/** What all rows have in common can be had from the first one, so that it need not be looked up for each. */
function valuesOf(write: Write): Record<string, unknown> {
  if ('values' in write) return write.values
  return { ...write.rows[0], rows: write.rows }
}

/**
 * Applies work as one transaction in two round trips: the guards, and where those hold everything else with the commit.
 * The notice is sent behind the commit: within it, the commits of all plans would queue.
 */
export async function transact(
  pool: pg.Pool,
  send: Send,
  { guards, writes }: UnitOfWork,
  notice?: CommitNotice,
): Promise<boolean> {
  const { client, returned } = await begin(pool, send, guards)
  if (returned.length < guards.length) {
    await undo(client)
    return false
  }
  const sent: Promise<unknown>[] = []
  sendTogether(client)
  try {
    for (const write of writes(returned)) {
      sent.push(watched(send(client, write)))
      if ('rows' in write && write.rows.length >= bigWrite) await onItsWay(client)
    }
  } catch (error) {
    await undo(client)
    throw error
  }
  sent.push(client.query('commit'))
  const told = notice === undefined ? Promise.resolve() : tell(client, notice)
  const answers = await Promise.allSettled(sent)
  const failed = answers.find(({ status }) => status === 'rejected')
  // After a failure the commit is a rollback; without an answer to it the connection is gone.
  const gone = answers.at(-1)?.status === 'rejected'
  void told.then(() => client.release(gone))
  if (failed?.status === 'rejected') throw failed.reason
  return true
}

interface Begun {
  readonly client: pg.PoolClient
  /** The rows of the guards that returned one. */
  readonly returned: readonly Returned[]
}

/** A connection in a transaction. One that was cut while idle is put away for another: nothing was done on it yet. */
async function begin(pool: pg.Pool, send: Send, guards: readonly Write[]): Promise<Begun> {
  for (let attempt = 0; ; attempt += 1) {
    const client = await pool.connect()
    sendTogether(client)
    const begun = client.query('begin')
    const guarded = guards.map((guard) => watched(send(client, guard)))
    try {
      await begun
    } catch (error) {
      client.release(true)
      if (attempt === pool.options.max) throw error
      continue
    }
    try {
      const rows = await Promise.all(guarded)
      return { client, returned: rows.filter((row) => row !== undefined) }
    } catch (error) {
      await undo(client)
      throw error
    }
  }
}

/** Takes a transaction back and gives its connection up. */
async function undo(client: pg.PoolClient): Promise<void> {
  const gone = await client.query('rollback').then(
    () => false,
    () => true,
  )
  client.release(gone)
}

/** Tells others, if the commit was one; who misses it finds the commit when it next looks. */
async function tell(client: pg.PoolClient, notice: CommitNotice): Promise<void> {
  const { plan, revision } = notice
  const values = [noticeChannel, JSON.stringify(notice), plan, revision]
  await client.query({ name: 'tell_commit', text: tellCommit, values }).catch(() => undefined)
}

const tellCommit = 'select pg_notify($1, $2) from plan where plan_id = $3 and revision >= $4'

/** What is asked for until the next wait goes out in one piece: a call of the system for each part costs as much again. */
function sendTogether(client: pg.PoolClient): void {
  const socket = socketOf(client)
  socket.cork()
  process.nextTick(() => socket.uncork())
}

/** Waits until the system has what was sent: the server works on that while the next write is made. */
async function onItsWay(client: pg.PoolClient): Promise<void> {
  // Behind the ticks, in one of which the socket is uncorked.
  await setImmediate()
  const socket = socketOf(client)
  if (!socket.writableNeedDrain) return
  await new Promise<void>((resolve) => {
    const done = () => {
      socket.off('drain', done).off('close', done)
      resolve()
    }
    socket.on('drain', done).on('close', done)
  })
}

/** The driver's own socket, which its types leave out; it corks it for each statement itself. */
function socketOf(client: pg.PoolClient): Duplex {
  const { connection } = client as unknown as { readonly connection: { readonly stream: Duplex } }
  return connection.stream
}

/** A promise that is awaited later, so that its failure until then is nobody's surprise. */
function watched<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}
