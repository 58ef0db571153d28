import type { Reading, Task } from '@duban/domain'
import { SUPERVISION_OFFICE } from '../content/units.ts'
import { areaOfTask } from '../plan/make-tasks.ts'

/** Codes of the bureaus that usually lead a task of that number. */
export function leadersOf(tasks: readonly Task[], code: string | undefined): readonly string[] {
  const task = tasks.find((it) => it.code === code)
  return task === undefined ? [SUPERVISION_OFFICE.code] : areaOfTask(task.number - 1).bureaus
}

/** Says of a field that it is made up. */
export function simulatedReading(field: string): Reading {
  return {
    field,
    basis: 'INTERPRETED',
    note: { zh: '模拟值,原文未载。', en: 'Simulated; the source does not give it.' },
  }
}
