import type { Decimal, Instant, IsoDate } from '@duban/domain'
import type { Role } from '@duban/domain/decide'
import type { Context } from './context.ts'

/** What the builder is told once; everything else is inferred from the nouns' files. */
export interface SchemaTypes {
  Context: Context
  DefaultFieldNullability: false
  DefaultEdgesNullability: false
  DefaultNodeNullability: false
  /** `roles`: the token names one of them. */
  AuthScopes: { read: boolean; roles: readonly Role[] }
  /** What a connection holds beside its page. */
  Connection: { readonly count: () => number | Promise<number> }
  Scalars: {
    ID: { Input: string; Output: string }
    Date: { Input: IsoDate; Output: IsoDate }
    DateTime: { Input: Instant; Output: Instant }
    Decimal: { Input: Decimal; Output: Decimal }
    JSON: { Input: unknown; Output: unknown }
  }
}
