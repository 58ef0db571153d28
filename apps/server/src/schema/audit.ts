import type { FactType } from '@duban/domain'
import { labelOf } from '@duban/domain/messages'
import type { RecordedAudit } from '@duban/storage'
import { connectionOfList, connectionOfPage } from '../paging/connection.ts'
import { inOrderGiven } from '../paging/ordered-list.ts'
import { readPage, storagePage } from '../paging/page-request.ts'
import { planAt } from '../plan-views.ts'
import { type AuditedFact, auditedFacts } from '../writing/audited-facts.ts'
import { changesOf, type PlanChange, planChange } from '../writing/plan-commits.ts'
import { builder } from './builder.ts'
import { CommitmentRef } from './commitment.ts'
import { connectionType, pageCost } from './connection.ts'
import type { Context } from './context.ts'
import { PlanRef } from './plan.ts'
import type { PlanAt } from './plan-at.ts'
import { changesArgs, StatusChangeRef } from './status-change.ts'
import { langArgs } from './text.ts'
import { defaultChoice } from './view-choice.ts'

export const AuditedRef = builder.interfaceRef<AuditedShape>('Audited').implement({
  description: 'Who did what, when and why (留痕).',
  fields: (t) => ({
    at: t.field({
      type: 'DateTime',
      description: 'When it was recorded (时刻).',
      resolve: (one) => one.told.at,
    }),
    actor: t.string({ description: 'Who (操作人).', resolve: (one) => one.told.actor }),
    what: t.string({
      description: 'What (操作): the name of the mutation, or the type of the fact.',
      resolve: (one) => one.told.what,
    }),
    reason: t.string({
      nullable: true,
      description: 'Why (理由).',
      resolve: (one) => one.told.reason,
    }),
  }),
})

/** Who did what, when and why. */
export interface AuditedShape {
  readonly told: {
    readonly at: string
    readonly actor: string
    readonly what: string
    readonly reason: string | null
  }
}

interface AuditedFactShape extends AuditedShape {
  readonly audited: AuditedFact
}

function factShape(audited: AuditedFact): AuditedFactShape {
  const { fact, reason } = audited
  const { recordedAt: at, recordedBy: actor, type: what } = fact
  return { audited, told: { at, actor, what, reason } }
}

const AuditedFactRef = builder.objectRef<AuditedFactShape>('AuditedFact').implement({
  description: 'One fact of a plan with what it changed (事实留痕).',
  interfaces: [AuditedRef],
  fields: (t) => ({
    fact: t.string({
      description: 'Id of the fact (事实).',
      resolve: ({ audited }) => audited.fact.id,
    }),
    label: t.string({
      args: langArgs,
      description: 'What it is, in words (事实类型).',
      resolve: ({ audited }, { lang }) => {
        const type: FactType = audited.fact.type
        return labelOf(type, lang)
      },
    }),
    effectiveOn: t.field({
      type: 'Date',
      description: 'The date it is true for (生效日期).',
      resolve: ({ audited }) => audited.fact.effectiveOn,
    }),
    before: t.field({
      type: 'JSON',
      nullable: true,
      description: 'What was the case before (变更前); null where there was nothing.',
      resolve: ({ audited }) => audited.before,
    }),
    after: t.field({
      type: 'JSON',
      description: 'What is the case since (变更后), in the same fields.',
      resolve: ({ audited }) => audited.after,
    }),
  }),
})
const AuditedFactConnection = connectionType(AuditedFactRef, '事实留痕')

interface AuditEntryShape extends AuditedShape {
  readonly at: PlanAt
  readonly entry: RecordedAudit
  /** Loads the commit with its facts, once. */
  readonly change: () => Promise<PlanChange | null>
}

function entryShape(at: PlanAt, entry: RecordedAudit, { storage }: Context): AuditEntryShape {
  const { at: instant, actor, command, reason, plan, revision } = entry
  let change: Promise<PlanChange | null> | undefined
  return {
    at,
    entry,
    told: { at: instant, actor, what: command, reason },
    change: () => {
      change ??= storage
        .commitsSince(plan, revision - 1, 1)
        .then(([commit]) => (commit === undefined ? null : planChange(at.facts, commit)))
      return change
    },
  }
}

const AuditEntryRef = builder.objectRef<AuditEntryShape>('AuditEntry').implement({
  description: 'One write of a plan (操作留痕).',
  interfaces: [AuditedRef],
  fields: (t) => ({
    revision: t.int({
      description: 'The revision it made (版本).',
      resolve: ({ entry }) => entry.revision,
    }),
    summary: t.field({
      type: 'JSON',
      description: 'What it was about, in the terms of the mutation (摘要).',
      resolve: ({ entry }) => entry.summary,
    }),
    factCount: t.int({
      description: 'How many facts it added (新增事实数).',
      resolve: ({ entry }) => entry.factCount,
    }),
    facts: t.connection(
      {
        type: AuditedFactRef,
        complexity: pageCost,
        description: 'The facts it added, each with what was before and after (新增事实).',
        resolve: async ({ change }, args, { limits }) => {
          const made = await change()
          const facts = made === null ? [] : auditedFacts(made.after, made.added).map(factShape)
          return connectionOfList(inOrderGiven(facts, factId), args, limits)
        },
      },
      AuditedFactConnection,
    ),
    changes: t.field({
      type: [StatusChangeRef],
      args: changesArgs,
      complexity: ({ first }) => ({ field: 1, multiplier: Math.max(1, first) }),
      description: 'Which commitments stood otherwise for it, on the day it was made (状态变化).',
      resolve: async ({ change, entry }, { first }) => {
        const made = await change()
        if (made === null) return []
        const at = planAt(made.after, defaultChoice, entry.at)
        return changesOf(made)
          .slice(0, Math.max(0, first))
          .map((one) => ({ ...one, at }))
      },
    }),
  }),
})
const AuditEntryConnection = connectionType(AuditEntryRef, '操作留痕')

const factId = ({ audited }: AuditedFactShape): string => audited.fact.id

builder.objectField(PlanRef, 'audit', (t) =>
  t.connection(
    {
      type: AuditEntryRef,
      complexity: pageCost,
      description:
        'Every write of the plan, newest first, whatever the view (留痕): who, when, what, before, after, why.',
      resolve: async ({ at }, args, context) => {
        const { limits, storage } = context
        const plan = at.facts.code
        const page = await storage.auditOf(plan, storagePage(readPage(args, limits)))
        return connectionOfPage(
          page,
          page.edges.map(({ row }) => entryShape(at, row, context)),
          () => storage.countAudit(plan),
        )
      },
    },
    AuditEntryConnection,
  ),
)

builder.interfaceField(CommitmentRef, 'audit', (t) =>
  t.connection(
    {
      type: AuditedFactRef,
      complexity: pageCost,
      description:
        'Every fact about it that is in view, oldest first (留痕): who, when, what, before, after, why.',
      resolve: ({ at, of }, args, { limits }) => {
        const facts = auditedFacts(at.facts, at.view.audit(of.id)).map(factShape)
        return connectionOfList(inOrderGiven(facts, factId), args, limits)
      },
    },
    AuditedFactConnection,
  ),
)
