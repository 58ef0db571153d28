import {
  type Assessment,
  type Commitment,
  findMeasureUnit,
  type Lang,
  type ResponsibilityRole,
  type Text,
  textIn,
} from '@duban/domain'
import { labelOf, message } from '@duban/domain/messages'
import { assessmentOf } from '../schema/assessment-of.ts'
import type { PlanAt } from '../schema/plan-at.ts'

/** How a column is read: text as it is, a decimal or a share as a number, a date as a day. */
export type ColumnKind = 'TEXT' | 'DECIMAL' | 'SHARE' | 'DATE'

export interface Column {
  readonly head: string
  readonly kind: ColumnKind
  /** Of a spreadsheet's column, in characters. */
  readonly width: number
}

/** A table of texts; decimals and dates in it are as the domain writes them. */
export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly (string | null)[])[]
}

/** Every commitment of a plan in a view, one in each row, with what is true of it. */
export function commitmentTable(at: PlanAt, lang: Lang): Table {
  const look = lookUp(at, lang)
  return {
    name: `${at.plan.code} ${at.asOf}`,
    columns: fields.map(({ head, kind = 'TEXT', width }) => ({
      head: textIn(head, lang),
      kind,
      width,
    })),
    rows: at.view.commitments.map((commitment) => {
      const shown = { commitment, assessment: assessmentOf(at, commitment.id), look, lang }
      return fields.map(({ of }) => of(shown) ?? null)
    }),
  }
}

interface Shown {
  readonly commitment: Commitment
  readonly assessment: Assessment
  readonly look: LookUp
  readonly lang: Lang
}

interface Field {
  readonly head: Text
  readonly width: number
  readonly kind?: ColumnKind
  readonly of: (shown: Shown) => string | null | undefined
}

const fields: readonly Field[] = [
  { head: { zh: '编号', en: 'id' }, width: 34, of: ({ commitment }) => commitment.id },
  {
    head: { zh: '类别', en: 'kind' },
    width: 10,
    of: ({ commitment, lang }) => labelOf(commitment.kind, lang),
  },
  {
    head: { zh: '名称', en: 'title' },
    width: 40,
    of: ({ commitment, lang }) => textIn(commitment.title, lang),
  },
  {
    head: { zh: '重点工作', en: 'task' },
    width: 24,
    of: ({ commitment, look }) => look.task(commitment.task),
  },
  {
    head: { zh: '板块', en: 'plate' },
    width: 20,
    of: ({ commitment, look }) => look.plate(commitment.plate),
  },
  {
    head: { zh: '项目', en: 'project' },
    width: 24,
    of: ({ commitment, look }) => look.project(commitment.project),
  },
  { head: { zh: '牵头单位', en: 'lead unit' }, width: 20, of: unitsAs('LEAD') },
  { head: { zh: '配合单位', en: 'supporting units' }, width: 20, of: unitsAs('SUPPORT') },
  {
    head: { zh: '力度', en: 'modality' },
    width: 8,
    of: ({ commitment, lang }) => labelled(commitment.definition.modality, lang),
  },
  {
    head: { zh: '期限', en: 'due' },
    kind: 'DATE',
    width: 12,
    of: ({ commitment }) => commitment.dueOn,
  },
  {
    head: { zh: '原定期限', en: 'due originally' },
    kind: 'DATE',
    width: 12,
    of: ({ commitment }) => commitment.dueOriginally,
  },
  {
    head: { zh: '状态', en: 'status' },
    width: 12,
    of: ({ assessment, lang }) => labelOf(assessment.status, lang),
  },
  {
    head: { zh: '灯', en: 'light' },
    width: 8,
    of: ({ assessment, lang }) => labelOf(assessment.light, lang),
  },
  {
    head: { zh: '目标值', en: 'target' },
    kind: 'DECIMAL',
    width: 12,
    of: ({ assessment }) => assessment.target,
  },
  {
    head: { zh: '完成值', en: 'actual' },
    kind: 'DECIMAL',
    width: 12,
    of: ({ assessment }) => assessment.actual,
  },
  {
    head: { zh: '计量单位', en: 'unit' },
    width: 10,
    of: ({ commitment, look }) =>
      commitment.kind === 'INDICATOR' ? look.measureUnit(commitment.definition.unit) : null,
  },
  {
    head: { zh: '完成率', en: 'achieved' },
    kind: 'SHARE',
    width: 10,
    of: ({ assessment }) => assessment.achieved,
  },
  {
    head: { zh: '应完成率', en: 'expected' },
    kind: 'SHARE',
    width: 10,
    of: ({ assessment }) => assessment.expected,
  },
  {
    head: { zh: '与序时差（百分点）', en: 'gap in points' },
    kind: 'DECIMAL',
    width: 12,
    of: ({ assessment }) => assessment.gapPoints,
  },
  {
    head: { zh: '完成日期', en: 'met on' },
    kind: 'DATE',
    width: 12,
    of: ({ assessment }) => assessment.metOn,
  },
  {
    head: { zh: '逾期天数', en: 'days late' },
    kind: 'DECIMAL',
    width: 10,
    of: ({ assessment }) => assessment.daysLate?.toString(),
  },
  {
    head: { zh: '理由', en: 'reasons' },
    width: 60,
    of: ({ assessment, lang }) =>
      assessment.reasons.map((reason) => message(reason, lang)).join(lang === 'ZH' ? '；' : '; '),
  },
  {
    head: { zh: '模拟数据', en: 'simulated' },
    width: 10,
    of: ({ assessment, look, lang }) =>
      look.isSimulated(assessment) ? textIn({ zh: '模拟', en: 'simulated' }, lang) : null,
  },
]

function unitsAs(role: ResponsibilityRole): Field['of'] {
  return ({ commitment, look, lang }) =>
    commitment.responsible
      .filter((one) => one.role === role)
      .map(({ unit }) => look.unit(unit))
      .join(lang === 'ZH' ? '、' : ', ')
}

function labelled(code: string | undefined, lang: Lang): string | null {
  return code === undefined ? null : labelOf(code, lang)
}

type LookUp = ReturnType<typeof lookUp>

/** Names of parts by their codes, and whether what is said of a commitment rests on anything simulated. */
function lookUp({ facts, plan }: PlanAt, lang: Lang) {
  const names = (parts: readonly (readonly [code: string, name: Text])[]) => {
    const byCode = new Map(parts)
    return (code: string | null): string | null => {
      const name = code === null ? undefined : byCode.get(code)
      return name === undefined ? code : textIn(name, lang)
    }
  }
  const simulated = new Set(facts.facts.flatMap(({ id, synthetic }) => (synthetic ? id : [])))
  return {
    task: names(plan.tasks.map(({ code, title }) => [code, title])),
    plate: names(plan.plates.map(({ code, name }) => [code, name])),
    project: names(plan.projects.map(({ code, name }) => [code, name])),
    unit: names(plan.units.map(({ code, name }) => [code, name])),
    measureUnit: (code: string) => {
      const unit = findMeasureUnit(code, plan.measureUnits)
      return unit === null ? code : textIn(unit.label, lang)
    },
    isSimulated: ({ reasons }: Assessment) =>
      plan.synthetic === true ||
      reasons.some((reason) => reason.facts.some((id) => simulated.has(id))),
  }
}
