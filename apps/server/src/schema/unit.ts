import { type Responsibility, textIn, type Unit } from '@duban/domain'
import { connectionOfList } from '../paging/connection.ts'
import { inOrderGiven } from '../paging/ordered-list.ts'
import { builder } from './builder.ts'
import { connectionType, pageCost } from './connection.ts'
import { nodeType } from './node.ts'
import { PlanRef } from './plan.ts'
import { type InPlan, inPlan, type PlanAt } from './plan-at.ts'
import { langArgs } from './text.ts'

export type UnitShape = InPlan<'Unit', Unit>

export const UnitRef = builder.objectRef<UnitShape>('Unit')
export const UnitConnection = connectionType(UnitRef, '责任单位')

/** The unit with a code, or null. */
export function unitOf(at: PlanAt, code: string | null | undefined): UnitShape | null {
  const unit = at.plan.units.find((one) => one.code === code)
  return unit ? inPlan('Unit', at, unit) : null
}

nodeType(UnitRef, {
  description: 'An organisation that answers for commitments (责任单位).',
  keyOf: ({ of }) => of.code,
  find: unitOf,
})

builder.objectFields(UnitRef, (t) => ({
  code: t.string({
    description: 'Its code, unique in the plan (代码).',
    resolve: ({ of }) => of.code,
  }),
  name: t.string({
    args: langArgs,
    description: 'Its name (名称).',
    resolve: ({ of }, { lang }) => textIn(of.name, lang),
  }),
  parent: t.field({
    type: UnitRef,
    nullable: true,
    description: 'The unit it belongs to (上级单位).',
    resolve: ({ at, of }) => unitOf(at, of.parent),
  }),
}))

export const ResponsibilityRoleEnum = builder.enumType('ResponsibilityRole', {
  description: 'A unit’s part in a commitment (责任类型).',
  values: {
    LEAD: { description: 'Answers for it (牵头).' },
    SUPPORT: { description: 'Helps (配合).' },
    SUPERVISE: { description: 'Watches over it (督查).' },
  } as const,
})

export type ResponsibilityShape = InPlan<'Responsibility', Responsibility>

export const ResponsibilityRef = builder.objectRef<ResponsibilityShape>('Responsibility')

builder.objectType(ResponsibilityRef, {
  description: 'One unit’s part in a commitment (责任分工).',
  fields: (t) => ({
    unit: t.field({
      type: UnitRef,
      nullable: true,
      description: 'The unit (责任单位); null where the plan names a code without describing it.',
      resolve: ({ at, of }) => unitOf(at, of.unit),
    }),
    unitCode: t.string({
      description: 'The unit’s code (单位代码).',
      resolve: ({ of }) => of.unit,
    }),
    role: t.field({
      type: ResponsibilityRoleEnum,
      description: 'Which part it has (责任类型).',
      resolve: ({ of }) => of.role,
    }),
  }),
})

/** The parts of units in something. */
export function responsibilitiesOf(
  at: PlanAt,
  responsible: readonly Responsibility[] | undefined,
): ResponsibilityShape[] {
  return (responsible ?? []).map((one) => inPlan('Responsibility', at, one))
}

builder.objectFields(PlanRef, (t) => ({
  units: t.connection(
    {
      type: UnitRef,
      complexity: pageCost,
      description: 'The organisations that answer for its commitments (责任单位).',
      resolve: ({ at }, args, { limits }) => {
        const units = at.plan.units.map((one) => inPlan('Unit', at, one))
        return connectionOfList(
          inOrderGiven(units, ({ of }) => of.code),
          args,
          limits,
        )
      },
    },
    UnitConnection,
  ),
  unit: t.field({
    type: UnitRef,
    nullable: true,
    args: { code: t.arg.string({ required: true, description: 'Its code (代码).' }) },
    description: 'The unit with a code (按代码取责任单位); null where there is none.',
    resolve: ({ at }, { code }) => unitOf(at, code),
  }),
}))
