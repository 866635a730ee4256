import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { conditionKey } from '../model/metrics-of.ts'
import { askedFor, type LoadColumns, type ReadColumns, readColumns, type SelectionColumns } from './load-columns.ts'

/** Columns of one run as far as somebody has asked for them. */
interface Kept {
  readonly run: string
  readonly base: SelectionColumns
  readonly figures: Map<string, Float64Array>
  readonly matches: Map<string, Uint8Array>
  readonly previous: Map<string, SelectionColumns['previous']>
}

/** More than a person looks at make room all at once: of a million accounts a column takes 8 MB. */
const mostColumns = 60

/**
 * Reads columns of a run and keeps them for the next question about it: what a run found never changes, so that only what
 * nobody has asked for yet is read. Another run takes the place of the one kept.
 */
export function keptColumns(warehouse: Warehouse): (request: LoadColumns) => Promise<SelectionColumns> {
  let kept: Kept | undefined
  return async (request) => {
    const { models, ...run } = request
    const wanted = { ...run, ...askedFor(models) }
    const name = JSON.stringify({ ...run, previous: null })
    const known = kept?.run === name && kept.figures.size + kept.matches.size < mostColumns ? kept : undefined
    const missing = missingOf(known, wanted)
    if (known !== undefined && missing === null) return shownOf(known, wanted)
    const read = await readColumns(warehouse, missing ?? wanted)
    const isSame = known !== undefined && known.base.accounts === read.accounts
    // Where the rows are others than they were, what was kept is of no use.
    const full = isSame || known === undefined ? read : await readColumns(warehouse, wanted)
    kept = isSame ? known : { run: name, base: full, figures: new Map(), matches: new Map(), previous: new Map() }
    for (const [metric, column] of full.figures) kept.figures.set(metric, column)
    for (const [key, column] of full.matches) kept.matches.set(key, column)
    if (full.previous !== null) kept.previous.set(previousKey(wanted), full.previous)
    return shownOf(kept, wanted)
  }
}

/** What has to be read; null for nothing. */
function missingOf(known: Kept | undefined, wanted: ReadColumns): ReadColumns | null {
  if (known === undefined) return wanted
  const missing = {
    ...wanted,
    metrics: wanted.metrics.filter((metric) => !known.figures.has(metric)),
    attributes: wanted.attributes.filter((leaf) => !known.matches.has(conditionKey(leaf))),
    previous: known.previous.has(previousKey(wanted)) ? null : wanted.previous,
  }
  const isNothing = missing.metrics.length === 0 && missing.attributes.length === 0 && missing.previous === null
  return isNothing ? null : missing
}

function shownOf({ base, figures, matches, previous }: Kept, wanted: ReadColumns): SelectionColumns {
  return { ...base, figures, matches, previous: previous.get(previousKey(wanted)) ?? null }
}

function previousKey({ previous }: Pick<ReadColumns, 'previous'>): string {
  return JSON.stringify(previous)
}
