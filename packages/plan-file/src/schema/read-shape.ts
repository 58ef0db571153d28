import * as z from 'zod'
import type { Complaint } from '../issue/issue.ts'
import { complaintsOf } from './complaints.ts'
import { type PlanFile, planFile } from './plan-file.ts'

/**
 * The plan file that a value is, or that in which it differs from the format's shape. Once `enough` is wrong no further
 * entries are looked at: a file of a million errors costs no more than one of a thousand.
 */
export function readShape(
  value: unknown,
  enough: number,
): { readonly file: PlanFile } | { readonly complaints: readonly Complaint[] } {
  const lists = listsIn(value)
  const empty = Object.fromEntries(lists.map(({ key }) => [key, []]))
  const outline = planFile.safeParse(lists.length > 0 ? Object.assign({}, value, empty) : value, {
    reportInput: true,
  })
  const complaints = outline.error?.issues.flatMap((issue) => complaintsOf(issue, [])) ?? []
  const read = lists.map((list) => [list.key, readList(list, enough, complaints)])
  if (!outline.success || complaints.length > 0) return { complaints }
  // Each list was read by the part of the schema that stands under its key.
  return { file: { ...outline.data, ...Object.fromEntries(read) } as PlanFile }
}

interface List {
  readonly key: string
  readonly element: z.ZodType
  readonly entries: readonly unknown[]
}

const elements: ReadonlyMap<string, z.ZodType> = new Map(
  Object.entries(planFile.shape).flatMap(([key, schema]): [string, z.ZodType][] =>
    schema instanceof z.ZodDefault ? [[key, schema.unwrap().element]] : [],
  ),
)

/** The lists of a file in the order in which they stand. */
function listsIn(value: unknown): readonly List[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.entries(value).flatMap(([key, entries]: [string, unknown]) => {
    const element = elements.get(key)
    return element !== undefined && Array.isArray(entries) ? [{ key, element, entries }] : []
  })
}

function readList(
  { key, element, entries }: List,
  enough: number,
  complaints: Complaint[],
): readonly unknown[] {
  const read: unknown[] = []
  for (const [place, entry] of entries.entries()) {
    if (complaints.length >= enough) break
    const result = element.safeParse(entry, { reportInput: true })
    if (result.success) read.push(result.data)
    else {
      const { issues } = result.error
      complaints.push(...issues.flatMap((issue) => complaintsOf(issue, [key, place])))
    }
  }
  return read
}
