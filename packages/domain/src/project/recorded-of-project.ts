import type { SettledList } from '../fact/settled.ts'
import { subjectKey } from '../milestone/event-steps.ts'
import { type Ledger, settledAbout } from '../view/ledger.ts'

/** The lists of facts that a project's moments are made from; `invested` as projectMoments takes it. */
export function recordedOfProject(
  ledger: Ledger,
  code: string,
  invested: boolean,
): readonly SettledList[] {
  return [
    ...settledAbout(ledger, 'records', subjectKey({ kind: 'PROJECT', code })),
    ...settledAbout(ledger, 'stages', code),
    ...(invested ? settledAbout(ledger, 'projectObservations', code) : []),
  ]
}
