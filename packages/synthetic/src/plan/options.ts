import type { District } from '@duban/domain'

/** How large a plan is to be; what is not given is as in a usual district. Whole numbers, not negative. */
export interface PlanSizes {
  /** 7 unless given; above ten they nest under the first ten. */
  readonly tasks?: number
  /** Development zones; 6 unless given. */
  readonly plates?: number
  /** 120 unless given. */
  readonly projects?: number
  /** In the whole plan; 42 unless given. */
  readonly indicators?: number
  /** In the whole plan; 60 unless given. */
  readonly milestones?: number
  /** Rules, each on many subjects; 5 unless given, and no more than RULE_COUNT. */
  readonly rules?: number
  /** Subdistrict offices that report beside the bureaus; 8 unless given. */
  readonly subdistricts?: number
}

/** Which plan is to be made up. The same options give the same plan to the byte. */
export interface PlanOptions extends PlanSizes {
  readonly seed: number | string
  readonly code: string
  readonly year: number
  readonly district: District
}

/** All sizes, given or not. */
export function sizesOf(options: PlanSizes): Required<PlanSizes> {
  return {
    tasks: options.tasks ?? 7,
    plates: options.plates ?? 6,
    projects: options.projects ?? 120,
    indicators: options.indicators ?? 42,
    milestones: options.milestones ?? 60,
    rules: options.rules ?? 5,
    subdistricts: options.subdistricts ?? 8,
  }
}
