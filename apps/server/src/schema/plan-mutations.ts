import { messageOf, type PlanFileIssue, parsePlan } from '@duban/plan-file'
import { ruleEngine } from '../rule-engine.ts'
import type { WriteRefusal } from '../writing/failure.ts'
import { builder } from './builder.ts'
import { guardFields, present } from './write-fields.ts'
import { writeMutation } from './write-mutation.ts'

writeMutation({
  name: 'importPlan',
  command: 'IMPORT_PLAN',
  description:
    'Makes a plan what a plan file says it is, in one go (导入计划); the same file again changes nothing.',
  input: builder.inputType('ImportPlanInput', {
    description: 'A plan file (计划文件).',
    fields: (t) => ({
      document: t.string({
        required: true,
        description: 'The text of the plan file, YAML or JSON (计划文件全文).',
      }),
      effectiveOn: t.field({
        type: 'Date',
        description: 'From when what differs holds (生效日期); the plan’s first day unless given.',
      }),
      note: t.string({ description: 'What is to be said of it (备注).' }),
      ...guardFields(t),
    }),
  }),
  paths: { plan: 'document', facts: 'document.facts' },
  read: ({ document, effectiveOn, note }) => {
    const parsed = parsePlan(document, { fileName: 'document', engine: ruleEngine })
    if (!parsed.ok) return { refusals: parsed.issues.map(refusalOf) }
    const { plan, facts } = parsed
    return {
      plan: plan.code,
      command: {
        type: 'IMPORT_PLAN',
        plan,
        ...(facts.length > 0 ? { facts } : {}),
        ...present({ effectiveOn, note }),
      },
    }
  },
})

function refusalOf(issue: PlanFileIssue): WriteRefusal {
  const { code, line, column, path } = issue
  const { zh, en } = messageOf(issue)
  return {
    code,
    text: { zh, en },
    path: path === '' ? 'document' : `document.${path}`,
    line,
    column,
  }
}
