// A million made-up Chinese customers, found again under other names: read, matched, and compared with the truth. Prints
// seconds by step, seconds of processor time as "<step> cpu", and the accuracy of the clusters.
import { matchTable, readIdentityTable } from '@vitalfew/domain/identity/index.ts'
import { pairwiseAccuracy } from '@vitalfew/methods/record-linkage/pairwise-accuracy.ts'
import { identityFile } from './identity-file.ts'

const records = Number(process.argv[2] ?? 1_000_000)
const columns = ['customer_name', 'credit_code', 'phone', 'email', 'address', 'city', 'contact']

const path = await identityFile(records)
const steps: Record<string, number> = {}
const table = await lap('read', () => readIdentityTable({ paths: [path], id: 'id', columns }))
const { clusters, resolved } = await lap('match', () => matchTable(table))
steps['pairs compared'] = resolved.pairs.left.length
const truth = await readIdentityTable({ paths: [path], id: 'id', columns: ['entity'] })
const { precision, recall, f1 } = pairwiseAccuracy(clusters, truth.columns[0]?.codes ?? [])
process.stdout.write(JSON.stringify({ ...steps, precision, recall, f1 }))

async function lap<T>(name: string, work: () => Promise<T>): Promise<T> {
  const [started, used] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const { user, system } = process.cpuUsage(used)
  steps[name] = (performance.now() - started) / 1000
  steps[`${name} cpu`] = (user + system) / 1e6
  return result
}
