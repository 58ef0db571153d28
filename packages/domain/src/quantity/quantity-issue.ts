/** Why a quantity was refused; units are named by code. */
export type QuantityIssue =
  | { readonly code: 'NOT_A_DECIMAL'; readonly text: string }
  | {
      readonly code: 'OUT_OF_RANGE'
      readonly text: string
      readonly integerDigits: number
      readonly scale: number
    }
  | { readonly code: 'MIXED_DIMENSIONS'; readonly from: string; readonly to: string }
  /** The result has no end in decimals; ask for a scale to have it rounded. */
  | { readonly code: 'INEXACT'; readonly from: string; readonly to: string }
  /** The unit's factor is not a Decimal above 0. */
  | { readonly code: 'BAD_FACTOR'; readonly unit: string }

/** A value, or why there is none. */
export type QuantityResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issue: QuantityIssue }
