import { createHash } from 'node:crypto'
import type { Instant, Plan, PlanFacts } from '@duban/domain'
import type { Actor } from '@duban/domain/decide'
import { checkLocators, textOfLocatorFinding } from '@duban/domain/documents'
import type { Storage } from '@duban/storage'
import { planAt } from '../plan-views.ts'
import { defaultChoice } from '../schema/view-choice.ts'
import type { WriteRefusal } from './failure.ts'
import type { WriteOutcome, WriteRequest } from './write.ts'

/** The text of a document that is to be held. */
export interface AttachRequest
  extends Pick<WriteRequest, 'plan' | 'expectedRevision' | 'idempotencyKey' | 'dryRun'> {
  readonly actor: Pick<Actor, 'name'>
  readonly now: Instant
  /** The file's bytes: their SHA-256 tells which document of the plan it is. */
  readonly bytes: Uint8Array
}

/** What attaching comes to: as a write, without facts; `document` is the code of the document. */
export type AttachOutcome =
  | (Extract<WriteOutcome, { readonly outcome: 'DONE' }> & { readonly document: string })
  | { readonly outcome: 'REFUSED'; readonly refusals: readonly WriteRefusal[] }
  | Extract<WriteOutcome, { readonly outcome: 'CONFLICT' | 'KEY_REUSED' }>

/** Holds a document's text, so that locators quote it, where every locator of the plan holds against it. */
export async function attachDocument(
  storage: Storage,
  request: AttachRequest,
): Promise<AttachOutcome> {
  const { plan, bytes, actor, now, dryRun = false } = request
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const held = (await storage.textOf(plan, sha256)) !== null
  const key =
    dryRun || request.idempotencyKey === undefined
      ? undefined
      : { key: request.idempotencyKey, fingerprint: `${actor.name} attachDocument ${sha256}` }
  let read: Read | undefined
  const outcome = await storage.update<null>(
    plan,
    (facts) => {
      read = readDocument(facts, now, sha256, bytes, plan)
      if ('refusals' in read || dryRun || held) return { refusal: null }
      const { document, text } = read
      return {
        commit: {
          facts: [],
          texts: [{ sha256, text }],
          audit: {
            at: now,
            actor: actor.name,
            command: 'attachDocument',
            reason: null,
            summary: { document, sha256 },
          },
          ...(key === undefined ? {} : { idempotency: { ...key, answer: { document } } }),
        },
      }
    },
    {
      ...(key === undefined ? {} : { idempotency: key }),
      ...(request.expectedRevision === undefined
        ? {}
        : { expectedRevision: request.expectedRevision }),
    },
  )
  switch (outcome.outcome) {
    case 'CONFLICT': {
      const expected = request.expectedRevision ?? null
      return { outcome: 'CONFLICT', expected, current: outcome.revision }
    }
    case 'KEY_REUSED':
      return {
        outcome: 'KEY_REUSED',
        key: request.idempotencyKey ?? '',
        revision: outcome.revision,
      }
    case 'REPEATED': {
      const facts = (await storage.loadPlan(plan)) ?? { code: plan, revision: 0, facts: [] }
      const document = String(outcome.answer.document)
      return { ...done(facts, outcome.revision, document), saved: true, repeated: true }
    }
    case 'COMMITTED':
    case 'REFUSED': {
      if (read === undefined) throw new Error('nothing was read')
      if ('refusals' in read) return { outcome: 'REFUSED', refusals: read.refusals }
      const saved = outcome.outcome === 'COMMITTED'
      const { facts, document } = read
      const revision = saved ? outcome.revision : facts.revision
      return { ...done({ ...facts, revision }, revision, document), saved, repeated: false }
    }
  }
}

function done(facts: PlanFacts, revision: number, document: string) {
  return {
    outcome: 'DONE',
    revision,
    facts: [],
    before: facts,
    after: facts,
    document,
  } as const
}

type Read =
  | { readonly refusals: readonly WriteRefusal[] }
  | { readonly document: string; readonly text: string; readonly facts: PlanFacts }

function readDocument(
  facts: PlanFacts | null,
  now: Instant,
  sha256: string,
  bytes: Uint8Array,
  code: string,
): Read {
  const at = facts && planAt(facts, defaultChoice, now)
  if (facts === null || at === null) return refused('NO_PLAN', 'plan', noPlan(code))
  const document = at.plan.documents.find((one) => one.sha256 === sha256)
  if (document === undefined) {
    return refused('WRONG_DOCUMENT', 'text', wrongDocument(at.plan, sha256))
  }
  const text = decodeUtf8(bytes)
  if (text === null) return refused('NOT_UTF8', 'text', notUtf8)
  const findings = checkLocators(at.plan, document.code, text)
  if (findings.length === 0) return { document: document.code, text, facts }
  return {
    refusals: findings.map((finding) => {
      const { zh, en = zh } = textOfLocatorFinding(finding)
      return { code: finding.code, path: 'text', text: { zh, en } }
    }),
  }
}

/** The bytes as text, a mark at their start included, so that ranges count as they do in the file; null for no UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function refused(code: string, path: string, text: WriteRefusal['text']): Read {
  return { refusals: [{ code, path, text }] }
}

function noPlan(code: string): WriteRefusal['text'] {
  return { zh: `没有计划 ${code}`, en: `there is no plan ${code}` }
}

const notUtf8 = { zh: '不是 UTF-8 文本', en: 'it is not UTF-8 text' }

function wrongDocument(plan: Plan, sha256: string): WriteRefusal['text'] {
  const expected = plan.documents.map((one) => one.sha256).join(', ')
  return {
    zh: `不是 ${plan.code} 的文件：指纹为 ${sha256}，应为 ${expected}`,
    en: `it is no document of ${plan.code}: its SHA-256 is ${sha256}, not ${expected}`,
  }
}
