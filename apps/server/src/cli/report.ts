import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Storage } from '@duban/storage'
import { Command } from 'commander'
import { readReport } from '../reporting/read-report.ts'
import type { ReportDefaults } from '../reporting/report-inputs.ts'
import { type ReportOutcome, writeReport } from '../reporting/write-report.ts'
import { failureOfOutcome } from '../writing/failure.ts'
import { withDatabase } from './database.ts'
import { planOf } from './plan-of.ts'
import { type Progress, startProgress } from './progress.ts'
import { cannotRead } from './read-file.ts'
import { type CommandResult, type CommandSetup, refused } from './terminal.ts'

interface ReportOptions {
  readonly plan: string
  readonly unit?: string
  readonly on?: string
  readonly name: string
  readonly approved?: boolean
  readonly synthetic?: boolean
  readonly dryRun?: boolean
}

/** `duban report FILE.csv|json --plan CODE`: reports the values of a file, all of them or none. */
export function reportCommand(setup: CommandSetup): Command {
  const { act, say, terminal } = setup
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
    .option('--synthetic', say({ zh: '标为模拟数据', en: 'mark them as simulated' }))
    .option('--dry-run', say({ zh: '只检查，不写入', en: 'check only and write nothing' }))
    .action((file: string, options: ReportOptions) =>
      act(async () => {
        const found = await stat(file).catch(cannotRead(file))
        if ('ok' in found) return found
        // It is read twice, so a pipe will not do.
        if (!found.isFile()) return refused('CANNOT_READ', noFile(file))
        const { size } = found
        // The plan is looked at several times: kept, however large it is, it is read once.
        return withDatabase(terminal, (storage) => report(storage, file, size, options, setup), {
          cacheBytes: Number.POSITIVE_INFINITY,
        })
      }),
    )
}

async function report(
  storage: Storage,
  file: string,
  size: number,
  options: ReportOptions,
  setup: CommandSetup,
): Promise<CommandResult> {
  const { terminal } = setup
  const { plan, dryRun = false } = options
  const at = await planOf(storage, plan, terminal)
  if ('refusal' in at) return at.refusal
  const bars = barsOf(setup, size)
  try {
    const outcome = await writeReport(storage, at, {
      rows: (tell) => readReport(file, tell, bars.read),
      defaults: defaultsOf(options, at.plan.synthetic === true),
      actor: { name: options.name, roles: [], units: [], trusted: true },
      now: terminal.now().toISOString(),
      newId: randomUUID,
      dryRun,
      checked: bars.checked,
      written: bars.written,
    })
    return resultOf(basename(file), plan, outcome)
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && 'path' in error && error.path === file) {
      return cannotRead(file)(error)
    }
    throw error
  } finally {
    bars.end()
  }
}

function noFile(file: string) {
  return { zh: `${file}：不是文件`, en: `${file}: is no file` }
}

function defaultsOf(
  { on, unit, approved = false, synthetic = false }: ReportOptions,
  simulated: boolean,
): ReportDefaults {
  return {
    ...(on === undefined ? {} : { on }),
    ...(unit === undefined ? {} : { reporter: unit }),
    ...(approved ? { state: 'APPROVED' } : {}),
    // Whatever is said of a simulated plan is simulated.
    ...(synthetic || simulated ? { synthetic: true } : {}),
  }
}

/** One bar after another: the file is read, its rows are checked, and then written. */
function barsOf(setup: CommandSetup, size: number) {
  let bar: Progress = startProgress(setup, { zh: '读取', en: 'reading' }, size)
  let shown = 'read'
  const next = (name: string, what: { zh: string; en: string }, done: number, total: number) => {
    if (shown !== name) {
      bar.end()
      bar = startProgress(setup, what, total)
      shown = name
    }
    bar.to(done)
  }
  return {
    read: (done: number) => bar.to(done),
    checked: (done: number, total: number) =>
      next('check', { zh: '核对', en: 'checking' }, done, total),
    written: (done: number, total: number) => {
      if (done % 1000 === 0) next('write', { zh: '写入', en: 'writing' }, done, total)
    },
    end: () => bar.end(),
  }
}

function resultOf(file: string, plan: string, outcome: ReportOutcome): CommandResult {
  switch (outcome.outcome) {
    case 'REFUSED': {
      const told = outcome.problems.map(({ place, text }) => ({
        zh: `${file}${place} ${text.zh}`,
        en: `${file}${place} ${text.en}`,
      }))
      const left = outcome.count - told.length
      const more = {
        zh: `另有 ${left} 处，共 ${outcome.count} 处`,
        en: `and ${left} more, ${outcome.count} in all`,
      }
      return { ok: false, code: 'BAD_REPORT', reasons: left === 0 ? told : [...told, more] }
    }
    case 'CONFLICT': {
      const { refusals } = failureOfOutcome({ ...outcome, expected: null }, [])
      return { ok: false, code: 'CONFLICT', reasons: refusals.map(({ text }) => text) }
    }
    case 'DONE': {
      const { values, revision, saved } = outcome
      return { ok: true, text: doneText(outcome), json: { plan, values, revision, saved } }
    }
  }
}

function doneText({
  values,
  revision,
  saved,
}: Extract<ReportOutcome, { readonly outcome: 'DONE' }>) {
  return saved
    ? {
        zh: `已填报 ${values} 条，版本 ${revision}`,
        en: `reported ${values === 1 ? '1 value' : `${values} values`}, revision ${revision}`,
      }
    : {
        zh: `${values} 条均可填报，未写入`,
        en: `${values === 1 ? 'the one value is' : `all ${values} values are`} good; nothing was written`,
      }
}
