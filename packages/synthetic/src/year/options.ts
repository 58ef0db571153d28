/** How often is reported. */
export type Cadence = 'WEEKLY' | 'MONTHLY' | 'QUARTERLY'

/** How a year of reports is made up. The same plan and options give the same facts to the byte. */
export interface YearOptions {
  readonly seed: number | string
  /** How often is reported; MONTHLY unless given. WEEKLY gives 52 reports a year, QUARTERLY four. */
  readonly reports?: Cadence
  /** Every report comes and is approved as it is recorded, so that an observation is one fact. */
  readonly complete?: boolean
}
