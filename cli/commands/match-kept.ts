import { ProductError } from '@vitalfew/contract/errors.ts'
import type { KnownMatch } from '@vitalfew/contract/identity.ts'
import {
  type IdentityTable,
  keepRecords,
  type MatchedKnown,
  type MatchedTable,
  matchKnown,
  pairCsv,
} from '@vitalfew/domain/identity/index.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { knownSummary } from '../output/match-summary.ts'
import { printLines } from '../output/print-lines.ts'
import { required } from './identity-options.ts'
import type { MatchOptions } from './match-options.ts'
import { type CommandSurroundings, openSales } from './open-sales.ts'
import { writeLines } from './write-lines.ts'

/** Keeps a matched table in a workspace, so that more can be compared with it later. */
export async function keepMatched(
  matched: MatchedTable,
  { options, around }: { readonly options: MatchOptions; readonly around: CommandSurroundings },
): Promise<void> {
  const collection = options.keep ?? ''
  await withWarehouse({ options, around }, (warehouse) => keepRecords(warehouse, { collection, matched }))
}

/** Compares a table with what was kept under a name, and nothing else. */
export async function matchWithKnown(
  table: IdentityTable,
  { options, around }: { readonly options: MatchOptions; readonly around: CommandSurroundings },
): Promise<void> {
  const { output } = around
  const collection = options.known ?? ''
  const found = await withWarehouse({ options, around }, (warehouse) =>
    matchKnown(warehouse, { collection, table, add: options.add }),
  )
  if (options.pairs !== undefined) await writeLines(options.pairs, pairCsv(found.pairs()))
  if (options.out !== undefined) await writeLines(options.out, knownCsv(found))
  output.endProgress()
  if (options.json) output.print(JSON.stringify(knownMatch(found, options)))
  else if (options.csv) await printLines(knownCsv(found))
  else if (!options.quiet) output.print(knownSummary(found, options.locale))
}

async function withWarehouse<T>(
  { options, around }: { readonly options: MatchOptions; readonly around: CommandSurroundings },
  work: (warehouse: Warehouse) => Promise<T>,
): Promise<T> {
  await using resources = new AsyncDisposableStack()
  const workspace = required('--workspace', options.workspace)
  const sales = { files: [], map: {}, dropDuplicates: false, command: 'match' }
  const { json, quiet, locale } = options
  const { warehouse } = await openSales(resources, { ...sales, json, quiet, workspace, locale }, around)
  return await work(warehouse)
}

function knownMatch(found: MatchedKnown, { evidence }: MatchOptions): KnownMatch {
  return {
    records: found.ids.length,
    found: found.found,
    candidates: found.candidates,
    rows: found.ids.map((id, i) => ({ id, cluster: found.clusters[i] ?? 0 })),
    ...(evidence ? { pairs: [...found.pairs()] } : {}),
  }
}

function* knownCsv({ ids, clusters }: MatchedKnown): Generator<string> {
  yield 'id,cluster\n'
  for (const [i, id] of ids.entries()) {
    const text = /[",\r\n]/.test(id) ? `"${id.replaceAll('"', '""')}"` : id
    yield `${text},${clusters[i] ?? 0}\n`
  }
}

/** @throws ProductError `argument.invalid` where options contradict each other */
export function requireOneWay({ keep, known, against }: MatchOptions): void {
  const chosen = [
    ['--keep', keep],
    ['--known', known],
    ['--against', against],
  ].flatMap(([name, value]) => (value === undefined ? [] : [name ?? '']))
  const [first = '', second] = chosen
  if (second === undefined) return
  throw new ProductError('argument.invalid', { argument: first, value: second, expected: chosen.join(' | ') })
}
