import type { Answer } from './answer.ts'
import type { AskOptions } from './ask.ts'
import type { Client } from './client.ts'
import type { Operation } from './operation.ts'

/** What a connection must tell so that its next page can be asked for. */
export interface Paged {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/**
 * Asks for one page after another, from `after` on, to the last. A problem, or a connection that is not there, is the
 * last thing it gives.
 *
 * @example
 * for await (const page of pagesOf(client, commitmentsPage, { first: 100 }, (data) => data.commitments)) {
 *   if (page.ok) show(page.data?.nodes)
 * }
 */
export async function* pagesOf<
  TData,
  TVariables extends { after?: string | null | undefined },
  TPage extends Paged,
>(
  client: Client,
  operation: Operation<TData, TVariables>,
  variables: NoInfer<TVariables>,
  connectionOf: (data: TData) => TPage | null | undefined,
  options: AskOptions = {},
): AsyncGenerator<Answer<TPage | null>, void> {
  let after = variables.after
  for (;;) {
    const answer: Answer<TData> = await askFor({ ...variables, after })
    const page = answer.data === null ? null : (connectionOf(answer.data) ?? null)
    yield answer.ok ? { ok: true, data: page } : { ...answer, data: page }
    if (!answer.ok || !page?.pageInfo.hasNextPage) return
    after = page.pageInfo.endCursor
  }

  function askFor(next: TVariables): Promise<Answer<TData>> {
    // The compiler cannot tell which arguments a type that is still open asks for; these fit both ways.
    return client.ask<TData, TVariables>(operation, ...([next, options] as never))
  }
}
