import type { ColumnKit } from '../columns/postgres.ts'
import { answerTable } from './answer.ts'
import { auditTable } from './audit.ts'
import { documentTextTable } from './document-text.ts'
import { factTable } from './fact.ts'
import { measuredTable } from './measured.ts'
import { planTable } from './plan.ts'
import { projectStepTable } from './project-step.ts'
import { segmentTable } from './segment.ts'
import { webhookTable } from './webhook.ts'

/** Every table, declared once, for the dialect whose columns are given. Every key starts with `plan_id`. */
export function defineSchema(columns: ColumnKit) {
  return {
    plan: planTable(columns),
    fact: factTable(columns),
    audit: auditTable(columns),
    answer: answerTable(columns),
    documentText: documentTextTable(columns),
    segment: segmentTable(columns),
    measured: measuredTable(columns),
    projectStep: projectStepTable(columns),
    webhook: webhookTable(columns),
  }
}

export type Tables = ReturnType<typeof defineSchema>
