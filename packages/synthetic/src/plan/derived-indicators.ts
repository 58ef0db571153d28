import type { Exact, Indicator } from '@duban/domain'
import { printExact } from '@duban/domain'
import { shareOf } from '../amount/share.ts'
import { SUPERVISION_OFFICE } from '../content/units.ts'
import type { IndicatorSetting } from './make-indicators.ts'
import { areaOfTask } from './make-tasks.ts'

/** The indicators that are reckoned from others: two over projects, where there are any, and a ratio of two. */
export function derivedIndicators(
  { year, tasks, projects, currency }: IndicatorSetting,
  investment: Exact,
): readonly Indicator[] {
  const common = (area: string) => {
    const at = Math.max(
      0,
      tasks.findIndex((_, task) => areaOfTask(task).code === area),
    )
    const task = tasks[at]
    const [lead = SUPERVISION_OFFICE.code] = areaOfTask(at).bureaus
    return {
      ...(task === undefined ? {} : { task: task.code }),
      ...(task?.theme === undefined ? {} : { theme: task.theme }),
      modality: 'MUST',
      responsible: [
        { unit: lead, role: 'LEAD' },
        { unit: SUPERVISION_OFFICE.code, role: 'SUPERVISE' },
      ],
      direction: 'INCREASE',
      comparator: 'AT_LEAST',
      dueOn: `${year}-12-31`,
      locators: [],
    } as const
  }
  const started = projects.filter(({ kind }) => kind === 'NEW_START').length
  const investments: readonly Indicator[] = [
    {
      code: 'project-investment',
      title: { zh: '项目年度投资', en: 'Investment in projects this year' },
      ...common('industry'),
      unit: currency,
      accumulation: 'DERIVED',
      target: printExact(shareOf(investment, 960_000, 1)),
      derivation: { aggregate: 'SUM', field: 'investment.done' },
    },
  ]
  const newStarts: readonly Indicator[] = [
    {
      code: 'new-starts',
      title: { zh: '新开工项目开工', en: 'New starts that have started' },
      ...common('industry'),
      unit: 'PROJECT',
      accumulation: 'DERIVED',
      target: String(started),
      dueOn: `${year}-06-30`,
      derivation: {
        aggregate: 'COUNT',
        where: 'project.kind == "NEW_START" && has(project.events.started)',
      },
    },
  ]
  // The parts before their ratio, so that a plan with few indicators names none that it lacks.
  const ratio: readonly Indicator[] = [
    {
      code: 'cases-in-one-visit',
      title: { zh: '一次办成件数', en: 'Cases done in one visit' },
      ...common('reform'),
      unit: 'PIECE',
      accumulation: 'PERIODIC',
      target: '36000',
    },
    {
      code: 'cases',
      title: { zh: '受理件数', en: 'Cases taken up' },
      ...common('reform'),
      unit: 'PIECE',
      accumulation: 'PERIODIC',
      target: '40000',
    },
    {
      code: 'cases-in-one-visit-share',
      title: { zh: '一次办成率', en: 'Share of cases done in one visit' },
      ...common('reform'),
      unit: 'PERCENT',
      accumulation: 'RATIO',
      target: '90',
      numerator: 'cases-in-one-visit',
      denominator: 'cases',
    },
  ]
  return [
    ...(projects.length === 0 ? [] : investments),
    ...(started === 0 ? [] : newStarts),
    ...ratio,
  ]
}
