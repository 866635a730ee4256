import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultModel } from '@vitalfew/domain/selection/index.ts'
import { openEmbeddedStore } from '@vitalfew/store/open-store.ts'
import { openEmbeddedWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'
import { madeAccounts } from './made-accounts.ts'
import { type ServedAccounts, serveAccounts } from './served-accounts.ts'

// What lists and pages of a million accounts cost over the network: 20 people ask at once, each as soon as their last answer
// has come. `node bench/accounts.bench.ts <accounts> <lines> [<part of the names of questions>]`; 50 million lines take some 3 GB of the temporary folder.
const accounts = Number(process.argv[2] ?? 1_000_000)
const lines = Number(process.argv[3] ?? 5_000_000)
const only = process.argv[4] ?? ''
const people = 20
const questionsEach = 6
const bytesPerLine = 90

const { bavail, bsize } = await statfs(tmpdir())
if (bavail * bsize < 1e9 + lines * bytesPerLine) throw new Error(`${tmpdir()} has not enough room for ${lines} lines`)

await using resources = new AsyncDisposableStack()
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void resources.disposeAsync().finally(() => process.exit(1)))
}
const directory = await mkdtemp(join(tmpdir(), 'accounts-'))
resources.defer(() => rm(directory, { recursive: true, force: true }))
const warehouse = await openEmbeddedWarehouse({ directory: join(directory, 'warehouse'), durable: false })
resources.defer(warehouse.close)
const store = await openEmbeddedStore({ directory: join(directory, 'store'), durable: false })
resources.defer(store.close)
const { database } = store.store
const keys = await madeAccounts({ warehouse: warehouse.warehouse, database, accounts, lines })

const { host, port, user, password, database: name } = store.server.connection
const { url, username, password: ofWarehouse } = warehouse.engine
const server = await serveAccounts({
  directory,
  databaseUrl: `postgres://${user}:${password}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`,
  warehouseUrl: `${url.replace('//', `//${username}:${ofWarehouse}@`)}/vitalfew`,
})
resources.defer(server.stop)

const some = (turn: number): number => 1 + ((turn * 7919) % 900)
const columns = ['netRevenue', 'tier', 'abcClass', 'clv', 'lastOrder', 'department', 'growth', 'churnLevel']
const page = { page: 1, pageSize: 50, columns }
const by = (field: string) => [{ field, direction: 'descending' }]
const sortedBy = ['clv', 'growth', 'lastOrder', 'accountName']
const conditions = (turn: number) => ({
  all: [
    { field: 'netRevenue', operator: 'gte', value: some(turn) * 100 },
    { field: 'tier', operator: 'in', values: ['ordinary'] },
    { any: [{ field: 'churnRisk', operator: 'gt', value: (turn % 90) / 100 }] },
  ],
})
const keyOf = (turn: number): string => keys[some(turn) % keys.length] ?? ''
const weighed = (turn: number) => {
  const part = (turn % 40) / 100
  return {
    ...defaultModel,
    weights: {
      origin: 'hand',
      values: { value: 0.1 + part, profit: 0.6 - part, growth: 0.1, loyalty: 0.1, breadth: 0.1 },
    },
  }
}
const list = (ask: ServedAccounts['ask'], body: object) => ask('POST', '/api/accounts/list', body)

const questions: Readonly<Record<string, (ask: ServedAccounts['ask'], turn: number) => Promise<void>>> = {
  'list, page n': (ask, turn) => list(ask, { ...page, page: some(turn) }),
  'list, sorted': (ask, turn) => list(ask, { ...page, sort: by(sortedBy[turn % 4] ?? 'clv') }),
  'list, filtered': (ask, turn) => list(ask, { ...page, filter: conditions(turn) }),
  'list, filtered and sorted': (ask, turn) => list(ask, { ...page, filter: conditions(turn), sort: by('clv') }),
  'list, all columns': (ask, turn) => list(ask, { page: some(turn), pageSize: 50 }),
  'list, searched': (ask, turn) => list(ask, { ...page, search: `customer ${some(turn)}` }),
  search: (ask, turn) => ask('GET', `/api/search?text=customer%20${some(turn)}`),
  'facets of 3 fields': (ask) =>
    ask('POST', '/api/accounts/facets', { fields: ['tier', 'department', 'lifecycleStage'] }),
  'account page': (ask, turn) => ask('GET', `/api/accounts/${keyOf(turn)}`),
  'account by quarters': (ask, turn) => ask('GET', `/api/accounts/${keyOf(turn)}/times/quarter`),
  'account by products': (ask, turn) => ask('GET', `/api/accounts/${keyOf(turn)}/slices/product`),
  'ABC cut-offs moved': (ask, turn) =>
    ask('POST', '/api/runs/feed0001/abc-preview', { measure: 'netRevenue', cuts: [0.6 + (turn % 30) / 100, 0.95] }),
  'classification, with report': (ask) => ask('GET', '/api/runs/feed0001/report'),
  'studio, weights moved': (ask, turn) =>
    ask('POST', '/api/selection/preview', { run: 'feed0001', model: weighed(turn) }),
  'studio, ways of an account': (ask, turn) =>
    ask('POST', '/api/selection/ways', { run: 'feed0001', model: defaultModel, key: keyOf(turn) }),
  overview: (ask) => ask('GET', '/api/overview'),
  'segments page': (ask) => ask('GET', '/api/segmentations'),
  'behaviour page': (ask) => ask('GET', '/api/behaviour/cycle'),
}

const report = (text: string): void => void process.stdout.write(`${text}\n`)
report(`${accounts} accounts, ${lines} lines; ${people} people at once, then one alone (milliseconds over HTTP)`)
for (const [question, put] of Object.entries(questions)) {
  if (!question.includes(only)) continue
  await put(server.ask, 1)
  await server.told()
  const together = await times(put, { people, each: questionsEach })
  const { loopMax, loopP99, cpuSeconds } = await server.told()
  const alone = await times(put, { people: 1, each: 8 })
  const loop = `loop p99 ${loopP99.toFixed(0)} max ${loopMax.toFixed(0)}`
  const cpu = `server CPU ${((cpuSeconds * 1000) / together.length).toFixed(1)} each`
  report(
    `${question.padEnd(28)} p50 ${at(together, 0.5)}  p95 ${at(together, 0.95)}  alone ${at(alone, 0.5)}  ${loop}  ${cpu}`,
  )
}

async function times(
  put: (ask: ServedAccounts['ask'], turn: number) => Promise<void>,
  { people: many, each }: { readonly people: number; readonly each: number },
): Promise<number[]> {
  const taken: number[] = []
  await Promise.all(
    Array.from({ length: many }, async (_, person) => {
      for (let turn = 0; turn < each; turn += 1) {
        const start = performance.now()
        await put(server.ask, person * each + turn)
        taken.push(performance.now() - start)
      }
    }),
  )
  return taken.toSorted((a, b) => a - b)
}

function at(sorted: readonly number[], part: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(0).padStart(5)
}
