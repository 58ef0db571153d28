import {
  type CommitmentDefinition,
  findMeasureUnit,
  type Indicator,
  type IsoDate,
  type Lang,
  type Modality,
  type Plan,
  type Reading,
  type Rule,
  textIn,
} from '@duban/domain'

/** The plan's promises as a Markdown table: every number and every deadline, with section, paragraph and range. */
export function commitmentTable(plan: Plan, lang: Lang): string {
  const words = WORDS[lang]
  const lines = rowsOf(plan, lang).map(({ kind, commitment, number, due }) => [
    `\`${commitment.code}\``,
    textIn(commitment.title, lang),
    kind,
    number,
    due,
    modalityOf(commitment, words),
    placesOf(commitment, words),
  ])
  return [words.head, words.head.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

interface Row {
  readonly kind: string
  readonly commitment: CommitmentDefinition
  readonly number: string
  readonly due: string
}

function rowsOf(plan: Plan, lang: Lang): readonly Row[] {
  const words = WORDS[lang]
  return [
    ...plan.indicators.map((indicator) => ({
      kind: words.indicator,
      commitment: indicator,
      number: numberOf(indicator, plan, lang),
      due: dueOf('dueOn', indicator.dueOn, indicator),
    })),
    ...plan.milestones.map((milestone) => ({
      kind: words.milestone,
      commitment: milestone,
      number: '',
      due: dueOf('dueOn', milestone.dueOn, milestone),
    })),
    ...plan.rules.map((rule) => ({
      kind: words.rule,
      commitment: rule,
      number: words.each(rule),
      due: dueOfRule(rule),
    })),
  ]
}

interface Words {
  readonly head: readonly string[]
  readonly indicator: string
  readonly milestone: string
  readonly rule: string
  readonly modality: Readonly<Record<Modality, string>>
  readonly base: string
  readonly each: (rule: Rule) => string
  readonly place: (section: string, paragraph: number, start: number, end: number) => string
}

const WORDS: Readonly<Record<Lang, Words>> = {
  EN: {
    head: [
      'code',
      'promise',
      'kind',
      'number',
      'due',
      'modality',
      'where: section, paragraph, range',
    ],
    indicator: 'indicator',
    milestone: 'milestone',
    rule: 'rule',
    modality: { MUST: 'must', STRIVE: 'strive', EFFORT: 'effort' },
    base: 'base',
    each: ({ subject }) => (subject === 'PLATE' ? 'each plate' : 'each such project'),
    place: (section, paragraph, start, end) => `${section} ¶${paragraph} [${start}, ${end})`,
  },
  ZH: {
    head: ['编码', '承诺', '类别', '数值', '期限', '力度', '出处：章节、段、范围'],
    indicator: '指标',
    milestone: '节点',
    rule: '规则',
    modality: { MUST: '确保', STRIVE: '争取', EFFORT: '推进' },
    base: '基数',
    each: ({ subject }) => (subject === 'PLATE' ? '每个板块' : '每个此类项目'),
    place: (section, paragraph, start, end) => `${section} 第${paragraph}段 [${start}, ${end})`,
  },
}

const SIGNS = { AT_LEAST: '≥', AT_MOST: '≤', EXACTLY: '=', BETWEEN: '' } as const

function numberOf(indicator: Indicator, plan: Plan, lang: Lang): string {
  const { comparator, target, targetFactor, targetUpper, readings } = indicator
  const unit = findMeasureUnit(indicator.unit, plan.measureUnits)
  const label = unit === null ? indicator.unit : textIn(unit.label, lang)
  const upper = targetUpper === undefined ? '' : `–${targetUpper}`
  const amount =
    targetFactor === undefined
      ? `${target}${upper} ${label}`
      : `${targetFactor} × ${WORDS[lang].base}`
  const open = targetFactor === undefined ? 'target' : 'baseline'
  return `${SIGNS[comparator]} ${amount}${mark(open, readings)}`.trim()
}

function dueOf(
  field: string,
  date: IsoDate | undefined,
  { readings }: CommitmentDefinition,
): string {
  return date === undefined ? '' : `${date}${mark(field, readings)}`
}

function dueOfRule(rule: Rule): string {
  return dueOf('due', rule.due !== undefined && 'on' in rule.due ? rule.due.on : undefined, rule)
}

function modalityOf({ modality, readings }: CommitmentDefinition, words: Words): string {
  return modality === undefined ? '' : `${words.modality[modality]}${mark('modality', readings)}`
}

function placesOf({ locators }: CommitmentDefinition, words: Words): string {
  return locators
    .map(({ section, paragraph, start, end }) => words.place(section, paragraph, start, end))
    .join('; ')
}

/** ° where a field is inferred, * where it is interpreted. */
function mark(field: string, readings: readonly Reading[] | undefined): string {
  const bases = (readings ?? []).filter((reading) => reading.field === field)
  if (bases.some(({ basis }) => basis === 'INTERPRETED')) return '\\*'
  return bases.some(({ basis }) => basis === 'INFERRED') ? '°' : ''
}
