// Starts a ClickHouse cluster on this machine, for trying: node tooling/clickhouse-nodes/main.ts --shards 2 --replicas 2
// Prints the path of its cluster file, for `vitalfew analyze … --warehouse FILE`, and runs until Ctrl-C.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startNodes } from '@vitalfew/warehouse/nodes/start-nodes.ts'

const { values } = parseArgs({
  options: {
    shards: { type: 'string', default: '2' },
    replicas: { type: 'string', default: '2' },
    /** Where the nodes keep their data; a temporary directory, removed at the end, by default. */
    directory: { type: 'string' },
    'memory-mb': { type: 'string', default: '1500' },
    /** Processors of each node by its number, as taskset takes them: `0/1` pins the first node to 0, the second to 1. */
    cpus: { type: 'string' },
  },
})

const keeps = values.directory !== undefined
const directory = keeps ? resolve(values.directory ?? '') : mkdtempSync(join(tmpdir(), 'clickhouse nodes '))
mkdirSync(directory, { recursive: true, mode: 0o700 })
const nodes = await startNodes({
  directory,
  shards: Number(values.shards),
  replicas: Number(values.replicas),
  memoryBytes: Number(values['memory-mb']) * 2 ** 20,
  durable: keeps,
  ...(values.cpus === undefined ? {} : { processors: values.cpus.split('/') }),
})

const { password, ...address } = nodes.address
const file = join(directory, 'cluster.json')
writeFileSync(join(directory, 'password'), password, { mode: 0o600 })
writeFileSync(file, `${JSON.stringify({ ...address, password: { file: 'password' } }, null, 2)}\n`, { mode: 0o600 })
console.log(file)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void nodes.stop().then(() => {
      if (!keeps) rmSync(directory, { recursive: true, force: true })
      process.exit(0)
    })
  })
}
