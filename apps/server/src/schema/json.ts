import { builder } from './builder.ts'

builder.scalarType('JSON', {
  description: 'A value as JSON (JSON 值): here a filter, to be passed on as a variable as it is.',
  serialize: (value) => value,
  parseValue: (value) => value,
})
