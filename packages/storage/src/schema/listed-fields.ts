/**
 * What lists ask a commitment for that no day changes, only a revision of its plan: each has an index of its own. The
 * most telling come first.
 */
export const listedFields = [
  'code',
  'project',
  'rule',
  'plate',
  'task',
  'theme',
  'severity',
  'modality',
  'kind',
] as const

export type ListedField = (typeof listedFields)[number]
