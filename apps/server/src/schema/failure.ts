import { textIn } from '@duban/domain'
import type { WriteFailure, WriteRefusal } from '../writing/failure.ts'
import { builder } from './builder.ts'
import { RoleEnum } from './role.ts'
import { langArgs } from './text.ts'

const RefusalRef = builder.objectRef<WriteRefusal>('Refusal').implement({
  description: 'One reason against a write (不予办理的原因).',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code in the catalogue of messages (代码).' }),
    message: t.string({
      args: langArgs,
      description: 'Its text (说明).',
      resolve: ({ text }, { lang }) => textIn(text, lang),
    }),
    path: t.exposeString('path', {
      description:
        'The field of the input it is about (字段): `observations.3.value`; empty where it is the whole input.',
    }),
    line: t.exposeInt('line', {
      nullable: true,
      description: 'Line of a document that was sent as text, from 1 (行).',
    }),
    column: t.exposeInt('column', {
      nullable: true,
      description: 'Column in that line, from 1 (列).',
    }),
  }),
})

const FailureRef = builder.interfaceRef<WriteFailure>('Failure').implement({
  description:
    'Why a write was not done (未办理). Nothing was written. `code`, `message` and `path` are those of the first reason.',
  fields: (t) => ({
    code: t.string({
      description: 'Its code in the catalogue of messages (代码).',
      resolve: ({ refusals }) => refusals[0].code,
    }),
    message: t.string({
      args: langArgs,
      description: 'Its text (说明).',
      resolve: ({ refusals }, { lang }) => textIn(refusals[0].text, lang),
    }),
    path: t.string({
      description: 'The field of the input it is about (字段); empty where it is the whole input.',
      resolve: ({ refusals }) => refusals[0].path,
    }),
    refusals: t.field({
      type: [RefusalRef],
      description: 'Every reason against it (全部原因).',
      resolve: ({ refusals }) => [...refusals],
    }),
  }),
})

type FailureOf<Name extends WriteFailure['__typename']> = Extract<
  WriteFailure,
  { readonly __typename: Name }
>

const RefusedRef = builder.objectRef<FailureOf<'Refused'>>('Refused').implement({
  description: 'What was asked for cannot be done as things stand (不予办理).',
  interfaces: [FailureRef],
})

const NotAllowedRef = builder.objectRef<FailureOf<'NotAllowed'>>('NotAllowed').implement({
  description: 'Whoever asks may not do it, or not for this unit (无权办理).',
  interfaces: [FailureRef],
  fields: (t) => ({
    roles: t.field({
      type: [RoleEnum],
      description:
        'The roles that may do it (所需角色); a REPORTER only for the units its token names.',
      resolve: ({ roles }) => [...roles],
    }),
  }),
})

const ConflictRef = builder.objectRef<FailureOf<'Conflict'>>('Conflict').implement({
  description: 'Somebody else has written the plan since (版本冲突).',
  interfaces: [FailureRef],
  fields: (t) => ({
    expectedRevision: t.exposeInt('expected', {
      nullable: true,
      description: 'The revision that was expected (依据版本).',
    }),
    currentRevision: t.exposeInt('current', {
      description: 'The revision that the plan is at (当前版本).',
    }),
  }),
})

const KeyReusedRef = builder.objectRef<FailureOf<'KeyReused'>>('KeyReused').implement({
  description: 'The idempotency key was used for another request before (幂等键重复).',
  interfaces: [FailureRef],
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The key (幂等键).' }),
    revision: t.exposeInt('revision', {
      description: 'The revision that the other request made (所成版本).',
    }),
  }),
})

/** What every result union has beside its payload. */
export const failureRefs = [RefusedRef, NotAllowedRef, ConflictRef, KeyReusedRef] as const
