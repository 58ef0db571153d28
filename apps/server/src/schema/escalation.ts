import { openEscalationSteps } from '@duban/domain'
import { builder } from './builder.ts'
import { ObligationRef } from './obligation.ts'
import { inPlan } from './plan-at.ts'
import { EscalationStepRef } from './rule.ts'

builder.objectField(ObligationRef, 'openEscalation', (t) =>
  t.field({
    type: [EscalationStepRef],
    description:
      'The steps of its rule’s escalation ladder that are open on the day of the view (已触发的升级台阶), until it is met or excused.',
    resolve: ({ at, of }) => {
      const status = at.view.assessment(of.id)?.status
      const closed = status === 'MET' || status === 'MET_LATE' || status === 'WAIVED'
      const ladder = of.definition.escalation ?? []
      return openEscalationSteps(ladder, { asOf: at.asOf, dueOn: of.dueOn, closed }).map((one) =>
        inPlan('EscalationStep', at, one),
      )
    },
  }),
)
