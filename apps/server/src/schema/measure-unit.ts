import { type MeasureUnit, textIn } from '@duban/domain'
import { builder } from './builder.ts'
import { langArgs } from './text.ts'

export const MeasureUnitRef = builder.objectRef<MeasureUnit>('MeasureUnit').implement({
  description:
    'A unit of measure (计量单位). Values of one dimension convert into each other, exactly.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code (代码), for example `YI_YUAN`.' }),
    label: t.string({
      args: langArgs,
      description: 'Its name (名称), for example 亿元.',
      resolve: (unit, { lang }) => textIn(unit.label, lang),
    }),
    dimension: t.exposeString('dimension', {
      description: 'What it measures (量纲), for example CURRENCY or COUNT.',
    }),
    factor: t.expose('factor', {
      type: 'Decimal',
      description: 'How many of the dimension’s base unit make one of it (换算系数).',
    }),
  }),
})
