import type { Duplex } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import pg from 'pg'
import type { CommitNotice } from '../contract/commit.ts'
import { type Compiled, compile } from './compile.ts'
import type { Returned, UnitOfWork, Write } from './connection.ts'
import { noticeChannel } from './hear-notices.ts'
import type { Session, Statement } from './session.ts'

/** Sends a write, and answers the first row that it returned. */
export type Send = (client: pg.PoolClient, write: Write) => Promise<Returned | undefined>

/** How writes are sent. */
export interface Sender {
  readonly send: Send
  /** Sends a guard that ends the transaction where it returns no row. */
  readonly insist: Send
}

/** Rows from which on a write is on its way before the next one is made: what an import holds in memory is bounded. */
const bigWrite = 1000

/** Sends writes as named statements, each compiled once. */
export function sender(
  session: Session,
  onStatement: (sql: string, params: unknown[]) => void,
): Sender {
  const asNamed = (kind: string, textOf: (sql: string) => string): Send => {
    const compiled = new Map<Statement<unknown>, Compiled & { readonly name: string }>()
    const compiledOf = (statement: Statement<unknown>) => {
      const known = compiled.get(statement)
      if (known !== undefined) return known
      const { sql, bind } = compile(statement(session))
      const made = { sql: textOf(sql), bind, name: `${kind}_${compiled.size}` }
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
  return {
    send: asNamed('write', (sql) => sql),
    insist: asNamed('guard', (sql) => `with guard as (${sql}) select 1 / count(*) from guard`),
  }
}

/** What PostgreSQL says where an insisting guard returned no row: nothing else here divides. */
const divisionByZero = '22012'

/** What all rows have in common can be had from the first one, so that it need not be looked up for each. */
function valuesOf(write: Write): Record<string, unknown> {
  if ('values' in write) return write.values
  return { ...write.rows[0], rows: write.rows }
}

/** A connection that one transaction after another is sent on, and how many of them are not answered. */
interface Line {
  readonly client: pg.PoolClient
  open: number
  isGone: boolean
}

/**
 * Applies work as one transaction in two round trips: the guards, and where those hold everything else with the commit.
 * The notice is sent behind the commit: within it, the commits of all plans would queue.
 */
export async function transact(
  pool: pg.Pool,
  sender: Sender,
  work: UnitOfWork,
  notice?: CommitNotice,
): Promise<boolean> {
  const { guards } = work
  const { client, returned } = await begin(pool, sender.send, guards)
  if (returned.length < guards.length) {
    await undo(client)
    return false
  }
  sendTogether(client)
  return await sendRest({ client, open: 1, isGone: false }, sender, work, returned, notice)
}

/**
 * Applies work behind a transaction on the same line that is not answered yet, all in one piece. Where a guard returns
 * no row PostgreSQL refuses what comes behind it up to the end of the transaction.
 */
async function transactBehind(
  line: Line,
  sender: Sender,
  work: UnitOfWork,
  foretold: readonly Returned[],
  notice?: CommitNotice,
): Promise<boolean> {
  const { client } = line
  line.open += 1
  sendTogether(client)
  const begun = watched(client.query('begin'))
  const guards = work.guards.map((guard) => watched(sender.insist(client, guard)))
  const done = sendRest(line, sender, work, foretold, notice)
  await Promise.allSettled([done])
  try {
    await begun
    await Promise.all(guards)
  } catch (error) {
    if (isRefused(error)) return false
    throw error
  }
  return await done
}

function isRefused(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === divisionByZero
}

/** Sends all of a transaction but its guards, and waits for it. */
async function sendRest(
  line: Line,
  sender: Sender,
  work: UnitOfWork,
  returned: readonly Returned[],
  notice: CommitNotice | undefined,
): Promise<boolean> {
  const { client } = line
  const sent: Promise<unknown>[] = []
  try {
    for (const write of work.writes(returned)) {
      sent.push(watched(sender.send(client, write)))
      if ('rows' in write && write.rows.length >= bigWrite) await onItsWay(client)
    }
  } catch (error) {
    leave(line, await rolledBack(client))
    throw error
  }
  sent.push(client.query('commit'))
  const told = notice === undefined ? Promise.resolve() : tell(client, notice)
  work.sent?.(returned, (...next) => transactBehind(line, sender, ...next))
  const answers = await Promise.allSettled(sent)
  const failed = answers.find(({ status }) => status === 'rejected')
  // After a failure the commit is a rollback; without an answer to it the connection is gone.
  const isGone = answers.at(-1)?.status === 'rejected'
  void told.then(() => leave(line, isGone))
  if (failed?.status === 'rejected') throw failed.reason
  return true
}

/** Gives a connection up with the last transaction on it. */
function leave(line: Line, isGone: boolean): void {
  line.open -= 1
  line.isGone ||= isGone
  if (line.open === 0) line.client.release(line.isGone)
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
  client.release(await rolledBack(client))
}

/** Takes a transaction back; whether the connection is gone. */
async function rolledBack(client: pg.PoolClient): Promise<boolean> {
  return await client.query('rollback').then(
    () => false,
    () => true,
  )
}

/** Tells others, if the commit was one; who misses it finds the commit when it next looks. */
async function tell(client: pg.PoolClient, notice: CommitNotice): Promise<void> {
  const { plan, revision } = notice
  const values = [noticeChannel, JSON.stringify(notice), plan, revision]
  await client.query({ name: 'tell_commit', text: tellCommit, values }).catch(() => undefined)
}

// Nobody waits for the disk on its account: what it tells of is there, and would be found without it.
const tellCommit = `select set_config('synchronous_commit', 'off', true), pg_notify($1, $2)
  from plan where plan_id = $3 and revision >= $4`

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
