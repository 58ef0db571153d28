import { openStorage } from '../../src/index.ts'
import { audit, followed, observation } from '../samples.ts'

// Counts a plan up so many times, as one of several processes, and says how many of its updates were committed.
const [url = '', times = '1', name = ''] = process.argv.slice(2)
const storage = await openStorage({ url, busyTimeout: 20_000 })
const outcomes = await Promise.all(
  Array.from({ length: Number(times) }, (_, index) =>
    storage.update('a', (plan) => {
      const value = `${plan?.facts.length ?? 0}`
      const facts = [observation(`${name}-${index}`, { value })]
      return { commit: followed(plan, { facts, audit }) }
    }),
  ),
)
await storage.close()
process.stdout.write(`${outcomes.filter(({ outcome }) => outcome === 'COMMITTED').length}`)
