import { isDefaultChoice, type ViewChoice } from './view-choice.ts'

/** What a global id says: a type, a plan, the object's key in it, and the view where it is not the default. */
export interface NodeId {
  readonly typename: string
  /** Code of the plan; null for what belongs to none. */
  readonly plan: string | null
  /** Unique among the objects of its type in the plan. */
  readonly key: string
  readonly choice: ViewChoice
}

/**
 * The global id as text. Objects of two views have two ids, so that no client keeps one for the other.
 * It is opaque to clients; inside it is `Type:plan/key?asOf&knownAt&submitted&hypothesis`, each part percent-encoded.
 */
export function writeNodeId({ typename, plan, key, choice }: NodeId): string {
  const path = `${typename}:${encodeURIComponent(plan ?? '')}/${encodeURIComponent(key)}`
  const { asOf, knownAt, includeSubmitted, hypothesis } = choice
  const view = isDefaultChoice(choice)
    ? ''
    : `?${asOf ?? ''}&${knownAt ?? ''}&${includeSubmitted ? 's' : ''}&${hypothesis ?? ''}`
  return Buffer.from(path + view).toString('base64url')
}

const shape = /^([A-Za-z]+):([^/?]*)\/([^/?]+)(?:\?([\d-]*)&([\dTZ:.-]*)&(s?)&([\w-]*))?$/

/** What a global id says, or null where it is none of ours. */
export function readNodeId(id: string): NodeId | null {
  const parts = shape.exec(Buffer.from(id, 'base64url').toString('utf8'))
  if (!parts) return null
  const [, typename = '', plan = '', key = '', asOf, knownAt, submitted, hypothesis] = parts
  try {
    return {
      typename,
      plan: plan === '' ? null : decodeURIComponent(plan),
      key: decodeURIComponent(key),
      choice: {
        asOf: asOf || null,
        knownAt: knownAt || null,
        includeSubmitted: submitted === 's',
        hypothesis: hypothesis || null,
      },
    }
  } catch {
    // A stray percent sign.
    return null
  }
}
