import { isAbsolute, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { limitVariables, readSettings } from './read-settings.ts'
import { defaultLimits } from './settings.ts'

describe('readSettings', () => {
  it('listens on the loopback address, port 4000, with a SQLite file in the repository', () => {
    const read = readSettings({})
    expect(read.ok && read.settings).toMatchObject({
      host: '127.0.0.1',
      port: 4000,
      databaseUrl: null,
      corsOrigins: [],
      limits: defaultLimits,
    })
    const dataDir = read.ok ? read.settings.dataDir : ''
    expect(isAbsolute(dataDir) && dataDir.endsWith(`${sep}.data`)).toBe(true)
    expect(dataDir.includes(`${sep}apps${sep}`)).toBe(false)
  })

  it('takes an empty variable for an absent one', () => {
    const read = readSettings({ PORT: '', DATABASE_URL: '', DUBAN_MAX_DEPTH: '' })
    expect(read.ok && read.settings.port).toBe(4000)
  })

  it.each(['0x10', '-1', '65536', '4000.5', 'http', ' 4000', '99999999999999999999'])(
    'refuses the port %j and says so in both languages',
    (PORT) => {
      const read = readSettings({ PORT })
      expect(read.ok).toBe(false)
      const problem = read.ok ? undefined : read.problems[0]
      expect(problem?.en).toContain(`"${PORT}"`)
      expect(problem?.zh).toContain(`“${PORT}”`)
    },
  )

  it('names every wrong variable at once, and no password', () => {
    const read = readSettings({
      PORT: 'x',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://u:secret@h/d',
    })
    const problems = read.ok ? [] : read.problems
    expect(problems.map((one) => one.en?.split(' ')[0])).toEqual([
      'DATABASE_URL',
      'PORT',
      'LOG_LEVEL',
    ])
    expect(JSON.stringify(problems)).not.toContain('secret')
  })

  it('takes a replica beside the database, and none alone', () => {
    const [url, replica] = ['postgres://a/duban', 'postgres://b/duban']
    const both = readSettings({ DATABASE_URL: url, DATABASE_REPLICA_URL: replica })
    expect(both.ok && both.settings).toMatchObject({ databaseUrl: url, replicaUrl: replica })
    const neither = readSettings({ DATABASE_REPLICA_URL: '' })
    expect(neither.ok && neither.settings.replicaUrl).toBe(null)
    for (const env of [
      { DATABASE_REPLICA_URL: replica },
      { DATABASE_URL: url, DATABASE_REPLICA_URL: 'mysql://u:secret@h/d' },
    ]) {
      const read = readSettings(env)
      const problems = read.ok ? [] : read.problems
      expect(problems.map(({ en }) => en?.split(' ')[0])).toEqual(['DATABASE_REPLICA_URL'])
      expect(JSON.stringify(problems)).not.toContain('secret')
    }
  })

  it('reads each limit from its own variable', () => {
    const env = Object.fromEntries(
      Object.values(limitVariables).map((name, at) => [name, `${at + 7}`]),
    )
    const read = readSettings(env)
    expect(read.ok && read.settings.limits).toEqual(
      Object.fromEntries(Object.keys(limitVariables).map((name, at) => [name, at + 7])),
    )
  })

  it('splits the allowed origins at commas and spaces', () => {
    const read = readSettings({ DUBAN_CORS_ORIGINS: 'https://a.example, https://b.example' })
    expect(read.ok && read.settings.corsOrigins).toEqual(['https://a.example', 'https://b.example'])
  })
})
