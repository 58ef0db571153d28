import { at, audit, header, observation, planFact } from '../samples.ts'

/** The facts that the rows hold. */
export const facts = [
  planFact(header('a', { title: { zh: '甲的计划', en: "Plan of 'a'" } })),
  observation('o1', { value: '518.25' }),
  observation('o2', { value: '519', supersedes: 'o1', effectiveOn: '2020-03-31' }),
]

/** The document text that the rows hold. */
export const text = { sha256: 'c'.repeat(64), text: "第一行\nit's the second" }

const quoted = (value: unknown): string => {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return `${value}`
  const told = typeof value === 'string' ? value : JSON.stringify(value)
  return `'${told.replaceAll("'", "''")}'`
}

const insert = (table: string, row: Readonly<Record<string, unknown>>): string =>
  `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.values(row).map(quoted).join(', ')})`

const segment = {
  plan_id: 'a',
  commitment: 'indicator/investment',
  from_day: '2020-01-01',
  to_day: '2020-06-30',
  status: 'PENDING',
  light: 'GREEN',
  kind: 'INDICATOR',
  code: 'investment',
  title: '固定资产投资',
  due_on: '2020-12-31',
  task: 'task-1',
  plate: null,
  project: null,
  theme: null,
  rule: null,
  severity: null,
  modality: 'MUST',
  unit: 'development',
  responsible: [{ unit: 'development', role: 'LEAD' }],
  reasons: ['PENDING'],
}

/**
 * Statements that put rows in as the version wrote them that a migration, counted from 0, made: two commits, the second
 * with an idempotency key and a text, and their segments. They stay as they are, whatever later versions write.
 */
export function rowsOf(migration: number): readonly string[] {
  if (migration === 0) {
    return [
      insert('plan', {
        plan_id: 'a',
        revision: 2,
        last_seq: 3,
        title_zh: '甲的计划',
        title_en: "Plan of 'a'",
        district: 'erqi',
        district_zh: '二七区',
        district_en: 'Erqi',
        year: 2020,
        period_start: '2020-01-01',
        period_end: '2020-12-31',
        time_zone: 'Asia/Shanghai',
        synthetic: false,
        created_at: at,
        updated_at: at,
      }),
      ...facts.map((fact, index) =>
        insert('fact', {
          plan_id: 'a',
          seq: index + 1,
          revision: index === 0 ? 1 : 2,
          id: fact.id,
          type: fact.type,
          effective_on: fact.effectiveOn,
          recorded_at: fact.recordedAt,
          recorded_by: fact.recordedBy,
          supersedes: fact.supersedes ?? null,
          subject_kind: fact.type === 'OBSERVATION' ? fact.of.kind : 'PLAN',
          subject_code: fact.type === 'OBSERVATION' ? fact.of.code : 'a',
          body: fact,
        }),
      ),
      ...[1, 2].map((revision) =>
        insert('audit', {
          plan_id: 'a',
          revision,
          at,
          actor: audit.actor,
          command: revision === 1 ? 'importPlan' : 'reportObservations',
          reason: revision === 1 ? null : "it's late",
          summary: { observations: revision },
          fact_count: revision,
        }),
      ),
      insert('answer', {
        plan_id: 'a',
        key: 'k',
        fingerprint: 'f',
        revision: 2,
        answer: { first: 'o1', count: 2 },
      }),
      insert('document_text', { plan_id: 'a', ...text }),
      insert('segment', segment),
      insert('segment', {
        ...segment,
        from_day: '2020-07-01',
        to_day: '9999-12-31',
        status: 'MET',
        reasons: ['MET'],
      }),
      insert('segment', {
        ...segment,
        commitment: 'milestone/start',
        to_day: '9999-12-31',
        kind: 'MILESTONE',
        code: 'start',
        due_on: '9999-12-31',
        unit: null,
        responsible: [],
      }),
    ]
  }
  if (migration === 2) {
    return [
      insert('webhook', {
        plan_id: '',
        endpoint: 'e',
        revision: 0,
        attempts: 0,
        next_at: at,
        held_until: null,
        error: null,
      }),
      insert('webhook', {
        plan_id: 'a',
        endpoint: 'e',
        revision: 1,
        attempts: 3,
        next_at: at,
        held_until: null,
        error: '503',
      }),
    ]
  }
  return []
}
