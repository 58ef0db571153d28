import { builder } from './builder.ts'

export const ModalityEnum = builder.enumType('Modality', {
  description: 'How firmly something is promised (承诺力度).',
  values: {
    MUST: { description: 'It will be done (确保).' },
    STRIVE: { description: 'All is done to reach it (力争 / 争取).' },
    EFFORT: { description: 'It is worked on (推进).' },
  } as const,
})
