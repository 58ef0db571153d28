import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { Storage } from '@duban/storage'
import { Command } from 'commander'
import { readReport } from '../reporting/read-report.ts'
import { problemOf, type ReportDefaults, reportInputs } from '../reporting/report-inputs.ts'
import type { ReportProblem } from '../reporting/report-row.ts'
import { failureOfOutcome } from '../writing/failure.ts'
import { write } from '../writing/write.ts'
import { withDatabase } from './database.ts'
import { planOf } from './plan-of.ts'
import { readBytes } from './read-file.ts'
import type { CommandResult, CommandSetup, Terminal } from './terminal.ts'

interface ReportOptions {
  readonly plan: string
  readonly unit?: string
  readonly on?: string
  readonly name: string
  readonly approved?: boolean
  readonly dryRun?: boolean
}

/** Problems that are told; a file with more has its columns mixed up. */
const problemsTold = 100

/** `duban report FILE.csv|json --plan CODE`: reports the values of a file, all of them or none. */
export function reportCommand({ act, say, terminal }: CommandSetup): Command {
  return new Command('report')
    .description(
      say({ zh: '填报 CSV 或 JSON 文件中的数据', en: 'report the values of a CSV or JSON file' }),
    )
    .argument('<file>')
    .requiredOption('--plan <code>', say({ zh: '计划代码', en: 'code of the plan' }))
    .option(
      '--unit <code>',
      say({ zh: '未列填报单位时的单位', en: 'who reports, where no row says' }),
    )
    .option('--on <date>', say({ zh: '未列日期时的日期', en: 'the date, where no row says' }))
    .option('--name <name>', say({ zh: '记录人', en: 'who records it' }), 'duban report')
    .option('--approved', say({ zh: '直接记为已审', en: 'record them as approved' }))
    .option('--dry-run', say({ zh: '只检查，不写入', en: 'check only and write nothing' }))
    .action((file: string, options: ReportOptions) =>
      act(async () => {
        const read = await readBytes(file)
        if ('refusal' in read) return read.refusal
        return withDatabase(terminal, (storage) =>
          report(storage, basename(file), read.bytes, options, terminal),
        )
      }),
    )
}

async function report(
  storage: Storage,
  file: string,
  bytes: Uint8Array,
  options: ReportOptions,
  terminal: Terminal,
): Promise<CommandResult> {
  const { plan, on, unit, approved = false, dryRun = false } = options
  const at = await planOf(storage, plan, terminal)
  if ('refusal' in at) return at.refusal
  const read = readReport(file, bytes)
  if (!read.ok) return refusedFor(file, read.problems)
  const defaults: ReportDefaults = {
    ...(on === undefined ? {} : { on }),
    ...(unit === undefined ? {} : { reporter: unit }),
    ...(approved ? { state: 'APPROVED' } : {}),
  }
  const made = reportInputs(read.rows, at.plan, defaults)
  if (!made.ok) return refusedFor(file, made.problems)
  const outcome = await write(storage, {
    plan,
    command: { type: 'REPORT_OBSERVATIONS', observations: made.inputs },
    actor: { name: options.name, roles: [], units: [], trusted: true },
    now: terminal.now().toISOString(),
    newId: randomUUID,
    dryRun,
    batchLimit: made.inputs.length,
  })
  if (outcome.outcome === 'REFUSED') {
    return refusedFor(
      file,
      outcome.refusals.map((one) => problemOf(one, read.rows)),
    )
  }
  if (outcome.outcome !== 'DONE') {
    const { refusals } = failureOfOutcome(outcome, [])
    return { ok: false, code: outcome.outcome, reasons: refusals.map(({ text }) => text) }
  }
  const { facts, revision, saved } = outcome
  const count = facts.length
  return {
    ok: true,
    text: saved
      ? {
          zh: `已填报 ${count} 条，版本 ${revision}`,
          en: `reported ${count} values, revision ${revision}`,
        }
      : {
          zh: `${count} 条均可填报，未写入`,
          en: `all ${count} values are good; nothing was written`,
        },
    json: { plan, values: count, revision, saved },
  }
}

function refusedFor(file: string, problems: readonly ReportProblem[]): CommandResult {
  const told = problems.slice(0, problemsTold).map(({ place, text }) => ({
    zh: `${file}${place} ${text.zh}`,
    en: `${file}${place} ${text.en}`,
  }))
  const left = problems.length - told.length
  const reasons = left === 0 ? told : [...told, { zh: `另有 ${left} 处`, en: `and ${left} more` }]
  return { ok: false, code: 'BAD_REPORT', reasons }
}
