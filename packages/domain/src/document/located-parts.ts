import type { CommitmentDefinition } from '../commitment/definition.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Plan } from '../plan/plan.ts'
import { findMeasureUnit } from '../quantity/shipped-units.ts'
import type { Rule } from '../rule/rule.ts'
import type { Task } from '../task/task.ts'
import type { Locator } from './locator.ts'
import {
  figuresOfTitle,
  isStated,
  type StatedFigure,
  statedDate,
  statedFactor,
  statedNumber,
} from './stated-figures.ts'

/** A part of a plan that has locators, with what its source must show. */
export interface LocatedPart {
  /** `<kind>/<code>`, for example `indicator/annual-investment`; a plate's aims are `plate/<code>/goals/<index>`. */
  readonly of: string
  readonly locators: readonly Locator[]
  readonly figures: readonly StatedFigure[]
  /** A proper name that must stand in one of the ranges, line breaks and punctuation apart. */
  readonly name?: string
}

/** Every part of a plan that has locators, in the plan's order. */
export function locatedParts(plan: Plan): readonly LocatedPart[] {
  return [
    ...plan.requirements.map((part) => titled('requirement', part)),
    ...plan.themes.map(({ code, title, locators }) => ({
      of: `theme/${code}`,
      locators,
      figures: [],
      name: title.zh,
    })),
    ...plan.tasks.flatMap(partsOfTask),
    ...plan.plates.flatMap(({ code, name, goals, locators }) => [
      { of: `plate/${code}`, locators, figures: [], name: name.zh },
      ...goals.map((goal, index) => ({
        of: `plate/${code}/goals/${index}`,
        locators: goal.locators,
        figures: figuresOfTitle(goal.text.zh),
      })),
    ]),
    ...plan.projects.map(({ code, name, locators, readings }) => ({
      of: `project/${code}`,
      locators,
      figures: [],
      ...(isStated('name', readings) ? { name: name.zh } : {}),
    })),
    ...plan.milestones.map((milestone) =>
      promised('milestone', milestone, dueFigures('dueOn', milestone.dueOn, milestone)),
    ),
    ...plan.indicators.map((indicator) =>
      promised('indicator', indicator, figuresOfIndicator(indicator, plan)),
    ),
    ...plan.rules.map((rule) => promised('rule', rule, figuresOfRule(rule))),
  ]
}

function partsOfTask(task: Task): readonly LocatedPart[] {
  return [
    { of: `task/${task.code}`, locators: task.locators, figures: [] },
    ...task.mechanisms.map(({ code, locators }) => ({
      of: `mechanism/${code}`,
      locators,
      figures: [],
    })),
    ...task.actions.map((action) => titled('action', action)),
  ]
}

function titled(
  kind: string,
  { code, title, locators }: Pick<CommitmentDefinition, 'code' | 'title' | 'locators'>,
): LocatedPart {
  return { of: `${kind}/${code}`, locators, figures: figuresOfTitle(title.zh) }
}

function promised(
  kind: string,
  { code, locators }: CommitmentDefinition,
  figures: readonly StatedFigure[],
): LocatedPart {
  return { of: `${kind}/${code}`, locators, figures }
}

function figuresOfIndicator(indicator: Indicator, plan: Plan): readonly StatedFigure[] {
  const factor = findMeasureUnit(indicator.unit, plan.measureUnits)?.factor ?? '1'
  const number = (field: 'target' | 'targetUpper'): readonly StatedFigure[] => {
    const value = indicator[field]
    if (value === undefined || !isStated(field, indicator.readings)) return []
    return [statedNumber(value, factor)]
  }
  const { targetFactor, readings } = indicator
  return [
    ...number('target'),
    ...number('targetUpper'),
    ...(targetFactor !== undefined && isStated('targetFactor', readings)
      ? [statedFactor(targetFactor)]
      : []),
    ...dueFigures('dueOn', indicator.dueOn, indicator),
  ]
}

function figuresOfRule(rule: Rule): readonly StatedFigure[] {
  const due = rule.due !== undefined && 'on' in rule.due ? rule.due.on : undefined
  return dueFigures('due', due, rule)
}

function dueFigures(
  field: string,
  date: string | undefined,
  { readings }: CommitmentDefinition,
): readonly StatedFigure[] {
  return date === undefined || !isStated(field, readings) ? [] : [statedDate(date)]
}
