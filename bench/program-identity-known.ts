// New customers beside a million known ones: known records are matched and kept, then one and ten thousand more are
// compared with them. Prints seconds by step, and how many new records found their like.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type IdentityTable,
  keepRecords,
  matchKnown,
  matchTable,
  readIdentityTable,
} from '@vitalfew/domain/identity/index.ts'
import { openEmbeddedWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'
import { identityFile } from './identity-file.ts'

const fresh = 10_000
const records = Number(process.argv[2] ?? 1_000_000)
const columns = ['customer_name', 'credit_code', 'phone', 'email', 'address', 'city', 'contact']
const collection = 'customers'

const path = await identityFile(records + fresh)
const truth = await readIdentityTable({ paths: [path], id: 'id', columns: ['entity'] })
const step = Math.floor((records + fresh) / fresh)
const isFresh = (row: number): boolean => row % step === 1 && row < step * fresh
const directory = mkdtempSync(join(tmpdir(), 'identity-'))
const opened = await openEmbeddedWarehouse({ directory, durable: false })
const { warehouse } = opened
const steps: Record<string, number> = {}
try {
  const { asked, clustersOfKnown } = await keepKnown()
  const entities = truth.columns[0]?.codes ?? new Uint32Array(0)
  const knownEntities = entities.filter((_, row) => !isFresh(row))
  const ones: number[] = []
  for (let row = 0; row < 9; row++) {
    const one = part(asked, (at) => at === row * 7)
    const started = performance.now()
    await matchKnown(warehouse, { collection, table: one, add: false })
    ones.push((performance.now() - started) / 1000)
  }
  steps['one'] = ones.toSorted((a, b) => a - b)[4] ?? Number.NaN
  steps['first one'] = ones[0] ?? Number.NaN
  const found = await lap('many', () => matchKnown(warehouse, { collection, table: asked, add: true }))
  steps['candidates'] = found.candidates
  Object.assign(steps, accuracy(found.clusters, { matched: clustersOfKnown, knownEntities, entities }))
} finally {
  await opened.close()
  rmSync(directory, { recursive: true, force: true })
}
process.stdout.write(JSON.stringify(steps))

/** Matches and keeps the known records. They are let go of then: whoever brings new ones has no others in memory. */
async function keepKnown(): Promise<{ asked: IdentityTable; clustersOfKnown: Uint32Array }> {
  const table = await readIdentityTable({ paths: [path], id: 'id', columns })
  const known = part(table, (row) => !isFresh(row))
  const matched = await matchTable(known, { withKeys: true })
  await lap('keep', () => keepRecords(warehouse, { collection, matched }))
  return { asked: part(table, isFresh), clustersOfKnown: matched.clusters }
}

/** Of the new records whose like is known, how many are with it; of those that are with somebody, how many rightly. */
function accuracy(
  clusters: Uint32Array,
  of: { readonly matched: Uint32Array; readonly knownEntities: Uint32Array; readonly entities: Uint32Array },
) {
  const entityOfCluster = new Map<number, number>()
  of.matched.forEach((cluster, row) => {
    if (!entityOfCluster.has(cluster)) entityOfCluster.set(cluster, of.knownEntities[row] ?? 0)
  })
  const isKnown = new Set(of.knownEntities)
  const own = of.entities.filter((_, row) => isFresh(row))
  let [right, wrong, missed] = [0, 0, 0]
  own.forEach((entity, i) => {
    const found = entityOfCluster.get(clusters[i] ?? 0)
    if (found === entity) right++
    else {
      if (found !== undefined) wrong++
      if (isKnown.has(entity)) missed++
    }
  })
  return { precision: right / (right + wrong), recall: right / (right + missed) }
}

/** Some rows of a table as a table of their own. */
function part(of: IdentityTable, isWanted: (row: number) => boolean): IdentityTable {
  return {
    ids: of.ids.filter((_, row) => isWanted(row)),
    columns: of.columns.map(({ header, codes, values }) => {
      const numbers = new Map([[0, 0]])
      const own = ['']
      const kept = codes.filter((_, row) => isWanted(row))
      const renumbered = kept.map((code) => {
        const number = numbers.get(code)
        if (number !== undefined) return number
        numbers.set(code, own.length)
        return own.push(values[code] ?? '') - 1
      })
      return { header, codes: renumbered, values: own }
    }),
  }
}

async function lap<T>(name: string, work: () => Promise<T>): Promise<T> {
  const [started, used] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const { user, system } = process.cpuUsage(used)
  steps[name] = (performance.now() - started) / 1000
  steps[`${name} cpu`] = (user + system) / 1e6
  return result
}
