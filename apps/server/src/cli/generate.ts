import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fact, Plan, Text } from '@duban/domain'
import { printPlan } from '@duban/plan-file'
import type { Storage } from '@duban/storage'
import {
  adoptPlan,
  generateDistricts,
  generateYear,
  type PlanSizes,
  planAfterYear,
  RULE_COUNT,
} from '@duban/synthetic'
import { Command, InvalidArgumentError, Option } from 'commander'
import { importPlan } from '../import-plan.ts'
import { withDatabase } from './database.ts'
import { reasonOf } from './import.ts'
import { startProgress } from './progress.ts'
import { cannotWrite } from './read-file.ts'
import { type CommandResult, type CommandSetup, refused, type Terminal } from './terminal.ts'

interface GenerateOptions extends PlanSizes {
  readonly districts: number
  readonly seed: string
  readonly year?: number
  readonly equal?: boolean
  readonly reports: (typeof cadences)[number]
  readonly complete?: boolean
  readonly out?: string
  readonly as: 'yaml' | 'json'
  readonly store?: boolean
}

const cadences = ['none', 'weekly', 'monthly', 'quarterly'] as const
const mostPlans = 100_000
/** Of any part of a plan; a rule is on many subjects. */
const mostParts = 100_000

/** `duban generate`: made-up plans of any size with a year of reports; the same options give the same bytes. */
export function generateCommand(setup: CommandSetup): Command {
  const { act, say } = setup
  const command = new Command('generate')
    .description(
      say({
        zh: '生成模拟计划及一年填报，一切均标明为模拟',
        en: 'make up plans and a year of reports, all marked as simulated',
      }),
    )
    .option(
      '--districts <count>',
      say({ zh: '几个区，每区一个计划', en: 'how many districts, each with a plan' }),
      count(1, mostPlans),
      1,
    )
    .option('--seed <text>', say({ zh: '随机种子', en: 'another seed, other plans' }), 'districts')
    .option(
      '--year <year>',
      say({ zh: '年份，默认去年', en: 'the year; last year unless given' }),
      count(1950, 2200),
    )
  for (const [name, what, least] of sizes) {
    const most = name === 'rules' ? RULE_COUNT : mostParts
    command.option(`--${name} <count>`, say(what), count(least, most))
  }
  return command
    .option(
      '--equal',
      say({
        zh: '各计划规模相同，否则上下浮动三分之一',
        en: 'all plans of these sizes; otherwise they differ by a third',
      }),
    )
    .addOption(
      new Option('--reports <how often>', say({ zh: '多久填报一次', en: 'how often is reported' }))
        .choices(cadences)
        .default('monthly'),
    )
    .option(
      '--complete',
      say({
        zh: '无漏报，录入即审定',
        en: 'every report comes, and is approved as it is recorded',
      }),
    )
    .option(
      '--out <folder>',
      say({ zh: '写成计划文件，不入库', en: 'write plan files, and not into the database' }),
    )
    .addOption(
      new Option('--as <format>', say({ zh: '文件格式', en: 'format of the files' }))
        .choices(['yaml', 'json'])
        .default('yaml'),
    )
    .option(
      '--store',
      say({ zh: '写文件的同时也入库', en: 'with --out: into the database as well' }),
    )
    .action((options: GenerateOptions) => act(() => generate(setup, options)))
}

const sizes: readonly (readonly [keyof PlanSizes, Text, number])[] = [
  ['projects', { zh: '项目数', en: 'projects in a plan' }, 0],
  ['indicators', { zh: '指标数', en: 'indicators in a plan' }, 0],
  ['milestones', { zh: '节点数', en: 'milestones in a plan' }, 0],
  ['tasks', { zh: '重点工作数', en: 'tasks in a plan' }, 1],
  ['plates', { zh: '板块数', en: 'plates in a plan' }, 0],
  ['rules', { zh: '规则数', en: 'rules in a plan' }, 0],
  ['subdistricts', { zh: '街道办事处数', en: 'subdistrict offices that report' }, 0],
]

function count(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : -1
    if (number < least || number > most) throw new InvalidArgumentError(`${least} - ${most}`)
    return number
  }
}

async function generate(setup: CommandSetup, options: GenerateOptions): Promise<CommandResult> {
  const { terminal } = setup
  const { out, store = out === undefined } = options
  if (out !== undefined) {
    const failure = await mkdir(out, { recursive: true }).then(() => null, cannotWrite(out))
    if (failure !== null) return failure
  }
  // Each plan is done with once it is written: nothing is kept of it, however many there are.
  return store
    ? withDatabase(terminal, (storage) => makePlans(setup, options, storage), { cacheBytes: 0 })
    : makePlans(setup, options, null)
}

async function makePlans(
  setup: CommandSetup,
  options: GenerateOptions,
  storage: Storage | null,
): Promise<CommandResult> {
  const { terminal } = setup
  const { districts, out, as, year = terminal.now().getUTCFullYear() - 1 } = options
  const progress = startProgress(setup, { zh: '生成', en: 'generating' }, districts)
  let [plans, unchanged, facts] = [0, 0, 0]
  try {
    for (const planned of generateDistricts(districts, { ...options, year })) {
      const made = withReports(planned, options)
      const ahead = made.facts.find(({ recordedAt }) => recordedAt > terminal.now().toISOString())
      if (ahead !== undefined) return refused('YEAR_NOT_OVER', notOver(year, ahead))
      if (out !== undefined) {
        const file = join(out, `${made.plan.code}.${as}`)
        const document = printPlan(made.plan, made.facts, { as })
        const failure = await writeFile(file, document).then(() => null, cannotWrite(file))
        if (failure !== null) return failure
      }
      if (storage !== null) {
        const imported = await importPlan(storage, made, importing(terminal))
        if (imported.outcome === 'REFUSED') {
          const reasons = imported.refusals.map(reasonOf)
          return { ok: false, code: 'REFUSED', reasons: reasons.map(under(made.plan.code)) }
        }
        if (imported.outcome === 'UNCHANGED') unchanged += 1
      }
      facts += made.facts.length
      plans += 1
      progress.to(plans)
    }
  } finally {
    progress.end()
  }
  return {
    ok: true,
    text: done(plans, facts, unchanged),
    json: { plans, facts, unchanged, year, out: out ?? null, stored: storage !== null },
  }
}

/** A plan as its year leaves it, with all that was recorded: its adoption, and the reports where they are wanted. */
function withReports(
  plan: Plan,
  { seed, reports, complete = false }: GenerateOptions,
): { readonly plan: Plan; readonly facts: readonly Fact[] } {
  const adoption = adoptPlan(plan)
  if (reports === 'none') return { plan, facts: adoption }
  const year = generateYear(plan, {
    seed: `${seed}/${plan.code}`,
    reports: cadenceOf[reports],
    complete,
  })
  return { plan: planAfterYear(plan, year), facts: [...adoption, ...year] }
}

const cadenceOf = { weekly: 'WEEKLY', monthly: 'MONTHLY', quarterly: 'QUARTERLY' } as const

function importing(terminal: Terminal) {
  return { now: terminal.now().toISOString(), newId: randomUUID, actor: 'duban generate' }
}

function under(plan: string): (reason: Text) => Text {
  return ({ zh, en = zh }) => ({ zh: `${plan}：${zh}`, en: `${plan}: ${en}` })
}

function done(plans: number, facts: number, unchanged: number): Text {
  const same =
    unchanged === 0
      ? { zh: '', en: '' }
      : { zh: `，其中 ${unchanged} 个没有变化`, en: `, of which ${unchanged} were there already` }
  return {
    zh: `已生成模拟计划 ${plans} 个，事实 ${facts} 条${same.zh}`,
    en: `generated ${plans === 1 ? '1 simulated plan' : `${plans} simulated plans`} with ${facts} facts${same.en}`,
  }
}

function notOver(year: number, { recordedAt }: Fact): Text {
  const day = recordedAt.slice(0, 10)
  return {
    zh: `${year} 年的填报会记到 ${day}，尚未到来；请用 --year 另选年份`,
    en: `reports of ${year} would be recorded as late as ${day}, which lies ahead; choose another --year`,
  }
}
