import type { CommitmentField, CommitmentQuery } from '@duban/storage'

type Where = NonNullable<CommitmentQuery['where']>

/** A page of commitments of many plans on a day. */
export interface Question {
  readonly asOf: string
  readonly where: Where
}

const DAYS = Array.from({ length: 9 }, (_, at) => `2020-${String(at + 3).padStart(2, '0')}-15`)

/** A question on one day after another. */
const onDays = (where: Where): readonly Question[] => DAYS.map((asOf) => ({ asOf, where }))

const is = (field: CommitmentField, value: string): Where => ({ field, eq: value })

const LIGHTS = ['RED', 'YELLOW', 'BLUE', 'GREEN']
const UNITS = [
  'supervision',
  'development-reform',
  'housing-construction',
  'government-services',
  'education',
  'ecology',
  'commerce',
]

/** By light, unit and due date. */
export const byLightAndUnit: readonly Question[] = LIGHTS.flatMap((light) =>
  UNITS.flatMap((unit) =>
    onDays({ and: [is('light', light), is('unit', unit), { field: 'dueOn', gte: '2020-06-01' }] }),
  ),
)

const FIELDS = [
  'code',
  'project',
  'rule',
  'plate',
  'task',
  'theme',
  'severity',
  'modality',
  'kind',
] as const
const none: readonly Where[] = FIELDS.map((field) => is(field, 'none'))
/** Of few plans, or of few commitments in each. */
const rare: readonly Where[] = [is('project', 'project-126'), is('plate', 'plate-08')]
const common: readonly Where[] = [
  is('project', 'project-020'),
  is('rule', 'not-suspended'),
  is('task', 'task-01'),
  is('theme', 'theme-1'),
  is('severity', 'CRITICAL'),
  is('modality', 'EFFORT'),
  is('kind', 'OBLIGATION'),
]
const beside: readonly Where[] = [
  is('light', 'RED'),
  is('status', 'OVERDUE'),
  is('unit', 'supervision'),
  { and: [is('unit', 'supervision'), is('light', 'RED')] },
]
const andBeside = (first: Where): readonly Where[] =>
  beside.map((where) => ({ and: [first, where] }))

/** By due date alone, or with what no index has in that order. */
const byDue: readonly Where[] = [
  { and: [] },
  { field: 'dueOn', gte: '2020-09-01' },
  { field: 'light', in: ['RED', 'YELLOW'] },
  { field: 'status', in: ['OVERDUE', 'DUE_SOON', 'UNKNOWN'] },
  { field: 'task', in: ['task-01', 'task-02'] },
]

/** By what a revision of the plan alone changes. */
export const byListedFields: Readonly<Record<string, readonly Question[]>> = {
  'due date alone, or several lights, statuses or tasks': byDue.flatMap(onDays),
  'a value that no plan has': none.flatMap(onDays),
  'the same and a light, a status or a unit': none.flatMap(andBeside).flatMap(onDays),
  'a rare project or plate': rare.flatMap(onDays),
  'a rare project and a light, a status or a unit': andBeside(rare[0] ?? { and: [] }).flatMap(
    onDays,
  ),
  'a common project, rule, task and so on': common.flatMap(onDays),
  'a common task and a light, a status or a unit': andBeside(is('task', 'task-01')).flatMap(onDays),
  'a project of all plans and a light, a status or a unit': andBeside(
    is('project', 'project-020'),
  ).flatMap(onDays),
}
