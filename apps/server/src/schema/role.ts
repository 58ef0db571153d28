import { builder } from './builder.ts'

export const RoleEnum = builder.enumType('Role', {
  description: 'What the bearer of a token may do (角色).',
  values: {
    REPORTER: { description: 'Reports for the units that the token names (填报).' },
    REVIEWER: { description: 'Approves and returns reports, decides extensions (复核).' },
    EDITOR: { description: 'Writes the plan: imports, amends, assigns, waives (编制).' },
    ADMIN: { description: 'May do everything, reopening closed periods included (管理).' },
  } as const,
})
