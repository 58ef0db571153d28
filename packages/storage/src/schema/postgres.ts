import { postgresColumns } from '../columns/postgres.ts'
import { defineSchema } from './define-schema.ts'

export const { plan, fact, audit, answer, documentText, segment, measured, projectStep, webhook } =
  defineSchema(postgresColumns)
