import type { Responsibility, Unit } from '@duban/domain'
import { PLACES } from '../content/places.ts'
import { BUREAUS, SUPERVISION_OFFICE } from '../content/units.ts'
import type { Random } from '../random/random.ts'
import { codeOf, englishOf, numbered } from './titles.ts'

/** The supervision office, the bureaus, and so many subdistrict offices. */
export function makeUnits(subdistricts: number): readonly Unit[] {
  return [SUPERVISION_OFFICE, ...BUREAUS, ...subdistrictOffices(subdistricts)]
}

function subdistrictOffices(count: number): readonly Unit[] {
  return Array.from({ length: count }, (_, at) => {
    const place = PLACES[at % PLACES.length] ?? { zh: '', en: '' }
    const name = {
      zh: `${place.zh}街道办事处`,
      en: `${englishOf(place)} Subdistrict Office`,
    }
    return {
      code: codeOf('subdistrict', at + 1, 2),
      name: numbered(name, Math.floor(at / PLACES.length)),
    }
  })
}

/** Who answers: a leader out of some, the supervision office, and so many offices in support. */
export function makeResponsible(
  random: Random,
  units: readonly Unit[],
  leaders: readonly string[],
  supporters = 0,
): readonly Responsibility[] {
  const lead = random.pick(leaders)
  const offices = units.filter(({ code }) => code.startsWith('subdistrict-'))
  const support = random.shuffle(offices).slice(0, supporters)
  return [
    { unit: lead, role: 'LEAD' },
    ...support.map(({ code }) => ({ unit: code, role: 'SUPPORT' as const })),
    { unit: SUPERVISION_OFFICE.code, role: 'SUPERVISE' },
  ]
}
