import { builder } from './builder.ts'
import './plan-mutations.ts'
import './observation-mutations.ts'
import './milestone-mutations.ts'
import './project-mutations.ts'
import './indicator-mutations.ts'
import './extension-mutations.ts'
import './commitment-mutations.ts'
import './rule-mutations.ts'
import './policy-mutations.ts'
import './period-mutations.ts'
import './document-mutations.ts'

builder.mutationType({
  description:
    'What can be written (写入). Each takes a bearer token with a role, one input, and answers its payload or a Failure.',
})
