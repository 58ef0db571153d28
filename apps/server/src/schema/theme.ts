import { type Theme, textIn } from '@duban/domain'
import { builder } from './builder.ts'
import { LocatorRef, locatorsOf } from './locator.ts'
import { nodeType } from './node.ts'
import { PlanRef } from './plan.ts'
import { type InPlan, inPlan, type PlanAt } from './plan-at.ts'
import { langArgs } from './text.ts'

export type ThemeShape = InPlan<'Theme', Theme>

export const ThemeRef = builder.objectRef<ThemeShape>('Theme')

/** The theme with a code, or null. */
export function themeOf(at: PlanAt, code: string | null | undefined): ThemeShape | null {
  const theme = at.plan.themes.find((one) => one.code === code)
  return theme ? inPlan('Theme', at, theme) : null
}

nodeType(ThemeRef, {
  description: 'A lasting aim that commitments serve (路径 / 主题).',
  keyOf: ({ of }) => of.code,
  find: themeOf,
})

builder.objectFields(ThemeRef, (t) => ({
  code: t.string({
    description: 'Its code, unique in the plan (代码).',
    resolve: ({ of }) => of.code,
  }),
  title: t.string({
    args: langArgs,
    description: 'Its name (名称).',
    resolve: ({ of }, { lang }) => textIn(of.title, lang),
  }),
  locators: t.field({
    type: [LocatorRef],
    description: 'Where it stands in the documents (出处).',
    resolve: ({ at, of }) => locatorsOf(at, of.locators),
  }),
}))

builder.objectFields(PlanRef, (t) => ({
  themes: t.field({
    type: [ThemeRef],
    description: 'The lasting aims its commitments serve (路径 / 主题).',
    resolve: ({ at }) => at.plan.themes.map((one) => inPlan('Theme', at, one)),
  }),
  theme: t.field({
    type: ThemeRef,
    nullable: true,
    args: { code: t.arg.string({ required: true, description: 'Its code (代码).' }) },
    description: 'The theme with a code (按代码取路径); null where there is none.',
    resolve: ({ at }, { code }) => themeOf(at, code),
  }),
}))
