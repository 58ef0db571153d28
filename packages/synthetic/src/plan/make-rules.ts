import type { Rule } from '@duban/domain'
import { RULE_TEMPLATES } from '../content/rules.ts'
import { SUPERVISION_OFFICE } from '../content/units.ts'

/** The first so many rules, with a ladder of escalation each. */
export function makeRules(count: number, year: number): readonly Rule[] {
  return RULE_TEMPLATES.slice(0, count).map(({ due, ...template }) => ({
    ...template,
    modality: 'MUST',
    responsible: [{ unit: SUPERVISION_OFFICE.code, role: 'LEAD' }],
    due: { on: `${year}-${due}` },
    escalation: [
      { afterDays: -15, light: 'BLUE' },
      { afterDays: 1, light: 'YELLOW' },
      { afterDays: 60, light: 'RED', notify: SUPERVISION_OFFICE.code },
    ],
    locators: [],
  }))
}
