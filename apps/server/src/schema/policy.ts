import {
  type LightCondition,
  type Policy,
  type ScoreCondition,
  SHIPPED_POLICIES,
  textIn,
} from '@duban/domain'
import { connectionOfList } from '../paging/connection.ts'
import { inOrderGiven } from '../paging/ordered-list.ts'
import { builder } from './builder.ts'
import { LightEnum } from './commitment-enums.ts'
import { connectionType, pageCost } from './connection.ts'
import { registerNode, registerShared } from './node.ts'
import { writeNodeId } from './node-id.ts'
import { PlanRef } from './plan.ts'
import type { PlanAt } from './plan-at.ts'
import { langArgs } from './text.ts'
import { defaultChoice } from './view-choice.ts'

/** A policy; `plan` is the code of the plan whose own it is, null for a shipped one. */
export interface PolicyShape {
  readonly __typename: 'Policy'
  readonly plan: string | null
  readonly of: Policy
}

export const PolicyRef = builder.objectRef<PolicyShape>('Policy')
const PolicyConnection = connectionType(PolicyRef, '办法')

const shape = (of: Policy, plan: string | null): PolicyShape => ({
  __typename: 'Policy',
  plan: SHIPPED_POLICIES.includes(of) ? null : plan,
  of,
})

/** A policy of a plan as an object of the graph. */
export const policyOf = ({ facts }: PlanAt, of: Policy): PolicyShape => shape(of, facts.code)

const keyOf = ({ of }: PolicyShape): string => `${of.code}@${of.version}`

registerNode('Policy', ({ view, facts }, key) => {
  const found = view.policies.map((one) => shape(one, facts.code))
  return found.find((one) => keyOf(one) === key) ?? null
})

registerShared('Policy', (key) => {
  const shipped = SHIPPED_POLICIES.map((one) => shape(one, null))
  return shipped.find((one) => keyOf(one) === key) ?? null
})

const LightConditionRef = builder.objectRef<LightCondition>('LightCondition').implement({
  description:
    'One line of a policy: this light, when this condition holds (亮灯条件). The first that holds wins.',
  fields: (t) => ({
    light: t.expose('light', { type: LightEnum, description: 'The light (灯).' }),
    when: t.exposeString('when', { description: 'The CEL condition (条件).' }),
    openInSource: t.boolean({
      description: 'Whether the published source leaves it open and it is decided here (原文未定).',
      resolve: ({ openInSource }) => openInSource ?? false,
    }),
  }),
})

const ScoreConditionRef = builder.objectRef<ScoreCondition>('ScoreCondition').implement({
  description: 'One line of a policy’s scoring (计分条件).',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code (代码).' }),
    title: t.string({
      args: langArgs,
      description: 'Its name (名称).',
      resolve: ({ title }, { lang }) => textIn(title, lang),
    }),
    when: t.exposeString('when', { description: 'The CEL condition (条件).' }),
    points: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The points, where they are fixed (分值).',
      resolve: ({ points }) => (typeof points === 'string' ? points : null),
    }),
    pointsExpression: t.string({
      nullable: true,
      description: 'CEL that gives the points, where they are not fixed (分值算法).',
      resolve: ({ points }) => (typeof points === 'string' ? null : points.cel),
    }),
  }),
})

builder.objectType(PolicyRef, {
  description: 'Published, versioned data: how lights are lit and points are scored (办法).',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.id({
      description: 'The global id (全局标识).',
      resolve: (policy) =>
        writeNodeId({
          typename: 'Policy',
          plan: policy.plan,
          key: keyOf(policy),
          choice: defaultChoice,
        }),
    }),
    code: t.string({ description: 'Its code (代码).', resolve: ({ of }) => of.code }),
    version: t.string({ description: 'Its version (版本).', resolve: ({ of }) => of.version }),
    title: t.string({
      args: langArgs,
      description: 'Its title (名称).',
      resolve: ({ of }, { lang }) => textIn(of.title, lang),
    }),
    source: t.string({
      args: langArgs,
      nullable: true,
      description: 'Where it was published (来源).',
      resolve: ({ of }, { lang }) => (of.source ? textIn(of.source, lang) : null),
    }),
    validFrom: t.field({
      type: 'Date',
      nullable: true,
      description: 'The first day on which it is in force (生效日期).',
      resolve: ({ of }) => of.validFrom ?? null,
    }),
    validTo: t.field({
      type: 'Date',
      nullable: true,
      description: 'The last day on which it is in force (失效日期).',
      resolve: ({ of }) => of.validTo ?? null,
    }),
    lights: t.field({
      type: [LightConditionRef],
      description: 'Its lines, in the order in which they are tried (亮灯条件).',
      resolve: ({ of }) => [...of.lights],
    }),
    scores: t.field({
      type: [ScoreConditionRef],
      description: 'How it gives points (计分条件).',
      resolve: ({ of }) => [...(of.scores ?? [])],
    }),
  }),
})

builder.objectFields(PlanRef, (t) => ({
  policy: t.field({
    type: PolicyRef,
    description: 'The policy that lights it in this view (办法).',
    resolve: ({ at }) => shape(at.view.policy.compiled.policy, at.facts.code),
  }),
  policies: t.field({
    type: [PolicyRef],
    description: 'Its own policies and the shipped ones (可用办法).',
    resolve: ({ at }) => at.view.policies.map((one) => shape(one, at.facts.code)),
  }),
}))

builder.queryField('policies', (t) =>
  t.connection(
    {
      type: PolicyRef,
      complexity: pageCost,
      description: 'The policies that every plan can name (办法); a plan’s own are under the plan.',
      resolve: (_root, args, { limits }) => {
        const shipped = SHIPPED_POLICIES.map((one) => shape(one, null))
        return connectionOfList(inOrderGiven(shipped, keyOf), args, limits)
      },
    },
    PolicyConnection,
  ),
)
