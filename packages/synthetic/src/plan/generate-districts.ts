import type { District, Plan } from '@duban/domain'
import { DISTRICT_HEADS, DISTRICT_KINDS, DISTRICT_TAILS } from '../content/districts.ts'
import { randomOf } from '../random/random.ts'
import { generatePlan } from './generate-plan.ts'
import { type PlanSizes, sizesOf } from './options.ts'
import { codeOf } from './titles.ts'

/** How the plans of many districts are made up. */
export interface DistrictOptions extends PlanSizes {
  /** `districts` unless given. */
  readonly seed?: number | string
  /** 2020 unless given. */
  readonly year?: number
  /** Give every plan exactly the sizes; otherwise they differ by up to a third from plan to plan. */
  readonly equal?: boolean
}

/** The plans of `count` differing districts, one at a time, so that none but the current one is held. */
export function* generateDistricts(
  count: number,
  options: DistrictOptions = {},
): Generator<Plan, void, undefined> {
  const { seed = 'districts', year = 2020, equal = false } = options
  for (let at = 0; at < count; at++) {
    const district = makeDistrict(at)
    yield generatePlan({
      ...(equal ? sizesOf(options) : variedSizes(`${seed}/${district.code}`, options)),
      seed: `${seed}/${district.code}`,
      code: `${district.code}-${year}`,
      year,
      district,
    })
  }
}

/** A district that does not exist; no two of the first 2 880 have the same name. */
function makeDistrict(at: number): District {
  const heads = DISTRICT_HEADS.length
  const tails = DISTRICT_TAILS.length
  // Both characters turn at once, so that neighbours do not sound alike.
  const head = DISTRICT_HEADS[at % heads] ?? ['', '']
  const tail = DISTRICT_TAILS[((at % heads) + Math.floor(at / heads)) % tails] ?? ['', '']
  const kind = DISTRICT_KINDS[Math.floor(at / (heads * tails)) % DISTRICT_KINDS.length] ?? ['', '']
  return {
    code: codeOf('district', at + 1, 4),
    name: { zh: `${head[0]}${tail[0]}${kind[0]}`, en: `${head[1]}${tail[1]} ${kind[1]}` },
  }
}

function variedSizes(seed: string, options: PlanSizes): Required<PlanSizes> {
  const random = randomOf(seed, 'sizes')
  const varied = (size: number): number => Math.round((size * random.int(67, 133)) / 100)
  const sizes = sizesOf(options)
  return {
    ...sizes,
    tasks: Math.max(1, varied(sizes.tasks)),
    plates: varied(sizes.plates),
    projects: varied(sizes.projects),
    indicators: varied(sizes.indicators),
    milestones: varied(sizes.milestones),
  }
}
