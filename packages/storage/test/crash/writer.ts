import { writeSync } from 'node:fs'
import { openStorage } from '../../src/index.ts'
import { audit, followed, newPlan, observation } from '../samples.ts'
import { derivedOf } from './derived-of.ts'

// Commits without end, so many at once, and says the revision of each commit once it is acknowledged. Its parent kills it.
const [url = '', size = '3', atOnce = '1'] = process.argv.slice(2)
const storage = await openStorage({ url })
await storage.commit(newPlan('a'))

async function commit(): Promise<void> {
  const outcome = await storage.update('a', (plan) => {
    const revision = plan?.revision ?? 0
    const facts = Array.from({ length: Number(size) }, (_, index) =>
      observation(`o${revision}-${index}`, {
        of: { kind: 'INDICATOR', code: `i${index}` },
        value: `${revision}`,
      }),
    )
    const texts = [{ sha256: `${revision}`.padStart(64, '0'), text: `${revision}` }]
    const idempotency = { key: `${revision}`, fingerprint: '', answer: { revision } }
    return { commit: followed(plan, { facts, audit, texts, idempotency }, derivedOf) }
  })
  if ('revision' in outcome) writeSync(1, `${outcome.revision}\n`)
}

for (;;) await Promise.all(Array.from({ length: Number(atOnce) }, commit))
