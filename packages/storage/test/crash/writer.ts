import { writeSync } from 'node:fs'
import { openStorage } from '../../src/index.ts'
import { audit, newPlan, observation } from '../samples.ts'
import { derivedOf } from './derived-of.ts'

// Commits without end, and says the revision of each commit once it is acknowledged. Its parent kills it.
const [url = '', size = '3'] = process.argv.slice(2)
const storage = await openStorage({ url })
await storage.commit(newPlan('a'))
for (;;) {
  const outcome = await storage.update('a', (plan) => {
    const revision = plan?.revision ?? 0
    const facts = Array.from({ length: Number(size) }, (_, index) =>
      observation(`o${revision}-${index}`, {
        of: { kind: 'INDICATOR', code: `i${index}` },
        value: `${revision}`,
      }),
    )
    const after = { code: 'a', revision: revision + 1, facts: [...(plan?.facts ?? []), ...facts] }
    const texts = [{ sha256: `${revision}`.padStart(64, '0'), text: `${revision}` }]
    const idempotency = { key: `${revision}`, fingerprint: '', answer: { revision } }
    return { commit: { facts, audit, after, ...derivedOf(after), texts, idempotency } }
  })
  if ('revision' in outcome) writeSync(1, `${outcome.revision}\n`)
}
