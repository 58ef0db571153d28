import { builder } from './builder.ts'
import './plan-changed.ts'
import './commitment-changed.ts'

builder.subscriptionType({
  description:
    'What can be followed as it happens (订阅), over SSE. Every event has an id; a reader that was away sends the last one (Last-Event-ID) and misses nothing.',
  authScopes: { read: true },
})
