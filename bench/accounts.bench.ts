import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Viewer } from '@vitalfew/domain/access/index.ts'
import { facetAccounts, getAccount, listAccounts, searchAccounts } from '@vitalfew/domain/accounts/index.ts'
import { getOverview } from '@vitalfew/domain/overview/index.ts'
import { openEmbeddedStore } from '@vitalfew/store/open-store.ts'
import { openEmbeddedWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'
import { madeAccounts } from './made-accounts.ts'

// What lists and pages of a million accounts cost: 20 people ask at once, each as soon as the last answer has come.
const accounts = Number(process.argv[2] ?? 1_000_000)
const lines = Number(process.argv[3] ?? 5_000_000)
const people = 20
const questionsEach = 6

const directory = await mkdtemp(join(tmpdir(), 'accounts-'))
const { warehouse, close } = await openEmbeddedWarehouse({ directory: join(directory, 'warehouse'), durable: false })
const store = await openEmbeddedStore({ directory: join(directory, 'store'), durable: false })
const { database } = store.store
const sources = { warehouse, database }
const viewer: Viewer = {
  userId: 'ada',
  name: 'Ada',
  locale: 'en',
  role: 'analyst',
  scopes: 'all',
  hidden: new Set(),
}

try {
  const keys = await madeAccounts({ warehouse, database, accounts, lines })
  const page = { page: 1, pageSize: 50, sort: [], withMonths: false }
  const some = (turn: number) => 1 + ((turn * 7919) % 900)
  const by = (field: 'clv' | 'growth' | 'lastOrder' | 'accountName') => [{ field, direction: 'descending' as const }]
  const columns = ['netRevenue', 'tier', 'abcClass', 'clv', 'lastOrder', 'department', 'growth', 'churnLevel'] as const
  const conditions = (turn: number) => ({
    all: [
      { field: 'netRevenue' as const, operator: 'gte' as const, value: some(turn) * 100 },
      { field: 'tier' as const, operator: 'in' as const, values: ['ordinary'] },
      { any: [{ field: 'churnRisk' as const, operator: 'gt' as const, value: (turn % 90) / 100 }] },
    ],
  })
  const questions: Readonly<Record<string, (turn: number) => Promise<unknown>>> = {
    'list, page n': (turn) => listAccounts(viewer, sources, { ...page, page: some(turn), columns }),
    'list, sorted': (turn) =>
      listAccounts(viewer, sources, {
        ...page,
        columns,
        sort: by((['clv', 'growth', 'lastOrder', 'accountName'] as const)[turn % 4] ?? 'clv'),
      }),
    'list, filtered': (turn) => listAccounts(viewer, sources, { ...page, columns, filter: conditions(turn) }),
    'list, filtered and sorted': (turn) =>
      listAccounts(viewer, sources, { ...page, columns, filter: conditions(turn), sort: by('clv') }),
    'list, all columns': (turn) => listAccounts(viewer, sources, { ...page, page: some(turn) }),
    search: (turn) => searchAccounts(viewer, sources, { text: `customer ${some(turn)}`, limit: 10 }),
    'facets of 3 fields': () => facetAccounts(viewer, sources, { fields: ['tier', 'department', 'lifecycleStage'] }),
    'account page': (turn) => getAccount(viewer, sources, { key: keys[some(turn) % keys.length] ?? '' }),
    overview: () => getOverview(viewer, sources),
    'list of a department': (turn) =>
      listAccounts({ ...viewer, role: 'accountManager', scopes: ['user:seller'] }, sources, {
        ...page,
        page: 1 + (turn % 5),
        columns,
      }),
  }
  const report = (text: string): void => void process.stdout.write(`${text}\n`)
  report(`${accounts} accounts, ${lines} lines; ${people} people at once, then one alone (milliseconds)`)
  for (const [name, ask] of Object.entries(questions)) {
    await ask(1)
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const together = await times(ask, { people, each: questionsEach })
    delay.disable()
    const alone = await times(ask, { people: 1, each: 8 })
    const loop = `loop ${(delay.max / 1e6).toFixed(0)}`
    report(`${name.padEnd(28)} p50 ${at(together, 0.5)}  p95 ${at(together, 0.95)}  alone ${at(alone, 0.5)}  ${loop}`)
  }
} finally {
  await store.close()
  await close()
  await rm(directory, { recursive: true, force: true })
}

async function times(
  ask: (turn: number) => Promise<unknown>,
  { people: many, each }: { readonly people: number; readonly each: number },
): Promise<number[]> {
  const taken: number[] = []
  await Promise.all(
    Array.from({ length: many }, async (_, person) => {
      for (let turn = 0; turn < each; turn += 1) {
        const start = performance.now()
        await ask(person * each + turn)
        taken.push(performance.now() - start)
      }
    }),
  )
  return taken.toSorted((a, b) => a - b)
}

function at(sorted: readonly number[], part: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(0).padStart(5)
}
