import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { listen } from '../src/http/listen.ts'
import { write } from '../src/writing/write.ts'
import { officePlan } from './support/office-plan.ts'
import { testServer } from './support/test-server.ts'

describe('subscriptions over sockets', async () => {
  const places = 4
  const tested = await testServer({ limits: { subscriptions: places } })
  const listening = await listen(tested.server, '127.0.0.1', 0)
  const { port } = new URL(listening.url)
  const sockets: Socket[] = []
  afterAll(async () => {
    for (const socket of sockets) socket.destroy()
    await listening.stop(100)
    await tested.close()
  })
  const plan = 'office-2020'
  let ids = 0
  const outcome = await write(tested.storage, {
    plan,
    command: { type: 'IMPORT_PLAN', plan: officePlan() },
    actor: { name: 'test', roles: [], units: [], trusted: true },
    now: '2020-07-15T04:00:00.000Z',
    newId: () => `f${++ids}`,
  })
  if (outcome.outcome !== 'DONE') throw new Error(JSON.stringify(outcome))

  /** Sends a subscription; the answer is left unread unless it is asked for. */
  async function open(since: number): Promise<Socket> {
    const query = `subscription{planChanged(code:"${plan}",since:${since}){revision plan{commitments{nodes{title}}}}}`
    const socket = connect(Number(port), '127.0.0.1')
    sockets.push(socket)
    await once(socket, 'connect')
    socket.write(
      `GET /graphql?query=${encodeURIComponent(query)} HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\n\r\n`,
    )
    return socket
  }

  async function statusOf(socket: Socket): Promise<string> {
    const [piece]: unknown[] = await once(socket, 'data')
    return String(piece).split('\r\n')[0] ?? ''
  }

  /** Whether all places are free: as many can be opened as may be. */
  async function freeAgain(): Promise<boolean> {
    for (let tries = 0; tries < 50; tries++) {
      const opened = await Promise.all(Array.from({ length: places }, () => open(1)))
      const statuses = await Promise.all(opened.map(statusOf))
      for (const socket of opened) socket.destroy()
      if (statuses.every((status) => status === 'HTTP/1.1 200 OK')) return true
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return false
  }

  it.each([
    ['that are read', (socket: Socket) => statusOf(socket)],
    ['that nobody has read from', () => Promise.resolve('')],
    [
      'whose reader has stopped reading',
      async (socket: Socket) => {
        const status = await statusOf(socket)
        socket.pause()
        return status
      },
    ],
  ])('leave nothing behind when they break: those %s', async (_name, use) => {
    const opened = await Promise.all(Array.from({ length: places }, () => open(0)))
    await Promise.all(opened.map(use))
    for (const socket of opened) socket.destroy()
    expect(await freeAgain()).toBe(true)
  })

  it('do not keep a server from stopping', async () => {
    const leaving = await testServer()
    const there = await listen(leaving.server, '127.0.0.1', 0)
    const response = await fetch(
      `${there.url}?query=${encodeURIComponent('subscription{planChanged(code:"x"){revision}}')}`,
      { headers: { accept: 'text/event-stream' } },
    )
    const reading = response.text()
    const started = Date.now()
    await there.stop(10_000)
    expect(await reading).not.toContain('complete')
    expect(Date.now() - started).toBeLessThan(2_500)
    await leaving.close()
  })
})
