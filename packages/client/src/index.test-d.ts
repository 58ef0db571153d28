import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { expectTypeOf } from 'vitest'
import {
  type Answer,
  type Client,
  type commitment,
  type DataOf,
  type Operation,
  pagesOf,
  planOverview,
  projectsPage,
  type VariablesOf,
  viewer,
} from './index.ts'

declare const client: Client

const answer = client.ask(planOverview, { code: 'erqi-2020' })
expectTypeOf(answer).resolves.toEqualTypeOf<Answer<DataOf<typeof planOverview>>>()

type Plan = NonNullable<DataOf<typeof planOverview>['plan']>
expectTypeOf<Plan['timeProgress']>().toEqualTypeOf<string | null>()
expectTypeOf<Plan['view']['asOf']>().toEqualTypeOf<string>()
expectTypeOf<Plan['view']['isDefault']>().toEqualTypeOf<boolean>()
expectTypeOf<VariablesOf<typeof planOverview>['asOf']>().toEqualTypeOf<string | null | undefined>()

type Commitment = NonNullable<NonNullable<DataOf<typeof commitment>['plan']>['commitment']>
expectTypeOf<Commitment['__typename']>().toEqualTypeOf<'Indicator' | 'Milestone' | 'Obligation'>()
expectTypeOf<Extract<Commitment, { __typename: 'Indicator' }>['target']>().toEqualTypeOf<
  string | null
>()

// Variables may be left out only where none is required.
expectTypeOf(client.ask(viewer)).resolves.toHaveProperty('ok')
// @ts-expect-error the code is missing
void client.ask(planOverview)
// @ts-expect-error the code is no number
void client.ask(planOverview, { code: 2020 })
// @ts-expect-error there is no such variable
void client.ask(planOverview, { code: 'erqi-2020', date: '2020-06-30' })

// A parsed document is no text.
declare const parsed: TypedDocumentNode<object, object>
// @ts-expect-error it has no text
void client.ask(parsed, {})

// Only what has a next page is paged through.
pagesOf(client, projectsPage, { code: 'erqi-2020' }, ({ plan }) => plan?.projects)
// @ts-expect-error a plan is no page
pagesOf(client, projectsPage, { code: 'erqi-2020' }, ({ plan }) => plan)

declare const own: Operation<{ readonly now: string }, { readonly zone?: string }>
expectTypeOf(client.ask(own)).resolves.toEqualTypeOf<Answer<{ readonly now: string }>>()
