import { builder } from './builder.ts'
import type { Viewer } from './context.ts'
import { RoleEnum } from './role.ts'

const ViewerRef = builder.objectRef<Viewer>('Viewer').implement({
  description: 'Who asks (当前用户).',
  fields: (t) => ({
    subject: t.string({
      nullable: true,
      description: 'The subject of the token (用户标识); null for a reader without one.',
      resolve: ({ actor }) => actor?.name ?? null,
    }),
    roles: t.field({
      type: [RoleEnum],
      description: 'What the token lets its bearer do (角色).',
      resolve: ({ actor }) => [...(actor?.roles ?? [])],
    }),
    units: t.stringList({
      description: 'Codes of the units that a REPORTER reports for (责任单位).',
      resolve: ({ actor }) => [...(actor?.units ?? [])],
    }),
    mayRead: t.exposeBoolean('mayRead', { description: 'Whether it may read (可读).' }),
  }),
})

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerRef,
    description: 'Who asks, and what it may do (当前用户).',
    resolve: (_root, _args, { viewer }) => viewer,
  }),
)
