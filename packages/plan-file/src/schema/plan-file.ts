import * as z from 'zod'
import { fact } from './facts.ts'
import { list, mapping } from './mapping.ts'
import {
  document,
  header,
  measureUnit,
  plate,
  project,
  requirement,
  task,
  theme,
  unit,
} from './plan-parts.ts'
import { eventType, indicator, milestone, policy, rule } from './promises.ts'

/** The format and its version, as a file names it. */
export const FORMAT = 'duban-plan/1'

/** A plan document: what the format is, the plan's header, its parts, and facts where a plan is exported. */
export const planFile = mapping(
  {
    format: z.literal(FORMAT),
    plan: header,
    requirements: list(requirement),
    themes: list(theme),
    tasks: list(task),
    plates: list(plate),
    projects: list(project),
    eventTypes: list(eventType),
    milestones: list(milestone),
    indicators: list(indicator),
    rules: list(rule),
    policies: list(policy),
    units: list(unit),
    documents: list(document),
    measureUnits: list(measureUnit),
    facts: list(fact).meta({ description: 'Facts recorded so far, for export and import' }),
  },
  { description: 'One district’s plan for one period' },
)

export type PlanFile = z.output<typeof planFile>
