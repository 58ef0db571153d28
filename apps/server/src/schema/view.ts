import type { Instant, IsoDate } from '@duban/domain'
import { builder } from './builder.ts'

/** What `view { ... }` tells. */
export interface ViewShape {
  readonly asOf: IsoDate
  readonly knownAt: Instant
  /** Whether knownAt was not chosen, and so is the request's own instant. */
  readonly followsClock: boolean
  readonly includeSubmitted: boolean
  readonly isDefault: boolean
  readonly isHypothetical: boolean
}

/** The View every object below a root stands in. */
export const ViewRef = builder.objectRef<ViewShape>('View').implement({
  description:
    'The pair (asOf, knownAt) an object is seen in (视图): what was true on a date, as known at an instant. It is chosen at the root and holds for everything below it.',
  fields: (t) => ({
    asOf: t.expose('asOf', {
      type: 'Date',
      description:
        'The date it is true for (截止日期); today in the plan’s time zone unless chosen.',
    }),
    knownAt: t.field({
      type: 'DateTime',
      description: 'Facts recorded after this instant are left out (已知时刻); now unless chosen.',
      resolve: ({ knownAt, followsClock }, _args, { reads }) => {
        // The answer holds the instant itself, which no other request has.
        if (followsClock) reads.others = true
        return knownAt
      },
    }),
    includeSubmitted: t.exposeBoolean('includeSubmitted', {
      description:
        'Whether reports that are submitted and not yet approved are judged too (含未审).',
    }),
    isHypothetical: t.exposeBoolean('isHypothetical', {
      description: 'Whether hypothetical facts are in view (是否假设).',
    }),
    isDefault: t.exposeBoolean('isDefault', {
      description: 'Whether it is the default view: today, as known now (默认视图).',
    }),
  }),
})

/** The arguments by which a root field chooses the view. */
export const viewArgs = builder.args((t) => ({
  asOf: t.field({
    type: 'Date',
    description: 'The date to judge on (截止日期); today in the plan’s time zone unless given.',
  }),
  knownAt: t.field({
    type: 'DateTime',
    description:
      'Leave out what was recorded after this instant (已知时刻); now unless given. It cannot be in the future.',
  }),
  includeSubmitted: t.boolean({
    required: true,
    defaultValue: false,
    description: 'Judge submitted, not yet approved reports too (含未审).',
  }),
}))
