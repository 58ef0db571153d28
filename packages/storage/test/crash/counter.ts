import { openStorage } from '../../src/index.ts'
import { audit, observation } from '../samples.ts'

// Counts a plan up so many times, as one of several processes, and says how many of its updates were committed.
const [url = '', times = '1', name = ''] = process.argv.slice(2)
const storage = await openStorage({ url, busyTimeout: 20_000 })
let committed = 0
for (let index = 0; index < Number(times); index += 1) {
  const { outcome } = await storage.update('a', (plan) => ({
    commit: {
      facts: [observation(`${name}-${index}`, { value: `${plan?.facts.length ?? 0}` })],
      audit,
    },
  }))
  if (outcome === 'COMMITTED') committed += 1
}
await storage.close()
process.stdout.write(`${committed}`)
