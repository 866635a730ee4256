import { pointsFrom } from '@vitalfew/methods/clustering/points.ts'
import { type FittedScale, scaledColumn } from '@vitalfew/methods/feature-scaling/feature-scale.ts'
import { transformedColumn } from '@vitalfew/methods/feature-scaling/feature-transform.ts'
import type { SegmentTable, TableFeature } from '../table/segment-table.ts'
import { nearestCentres } from './nearest-centres.ts'
import type { ModelFeature, SavedModel } from './saved-model.ts'

/**
 * The cluster of every account of a table by a saved model; 0 where figures are missing and the rule is to leave such
 * accounts out. A feature that the table no longer has counts as unknown for everybody.
 */
export function assignAccounts(table: SegmentTable, model: SavedModel): Int32Array {
  const rows = table.accounts.length
  const features = model.features.map((wanted) => ({ wanted, found: featureOf(table, wanted) }))
  const columns = features.flatMap(({ wanted, found }) => columnsOf(wanted, { found, rows }))
  const nearest = nearestCentres(pointsFrom(columns), model.centres)
  const clusters = nearest.map((place) => model.ids[place] ?? 0)
  if (model.missing === 'median') return clusters
  return clusters.map((cluster, row) => (features.every(({ found }) => isKnown(found, row)) ? cluster : 0))
}

function featureOf(table: SegmentTable, { name, kind }: ModelFeature): TableFeature | undefined {
  return table.features.find((feature) => feature.name === name && feature.kind === kind)
}

function isKnown(feature: TableFeature | undefined, row: number): boolean {
  if (feature === undefined) return false
  return feature.kind === 'figure' ? !Number.isNaN(feature.values[row] ?? Number.NaN) : feature.labels[row] !== ''
}

function columnsOf(
  wanted: ModelFeature,
  { found, rows }: { readonly found: TableFeature | undefined; readonly rows: number },
): Float64Array[] {
  if (wanted.kind === 'category') return flagsOf(wanted, found?.kind === 'category' ? found.labels : [], rows)
  const { fill, least, transform } = wanted
  const isLogarithm = transform.kind === 'log' || transform.kind === 'log1p'
  const values = found?.kind === 'figure' ? found.values : new Float64Array(rows).fill(Number.NaN)
  const ready = values.map((value) => {
    if (!Number.isFinite(value)) return fill
    return isLogarithm && value < least ? least : value
  })
  const column = scaledColumn(transformedColumn(ready, transform), scaleOf(wanted))
  return [column.map((value) => (Number.isFinite(value) ? value : 0))]
}

function flagsOf(
  { values, one }: Extract<ModelFeature, { kind: 'category' }>,
  ...[labels, rows]: readonly [readonly string[], number]
): Float64Array[] {
  const others = values.at(-1) === '' ? values.length - 1 : -1
  const places = new Map(values.map((value, place) => [value, place]))
  const columns = values.map(() => new Float64Array(rows))
  for (let row = 0; row < rows; row++) {
    const column = columns[places.get(labels[row] ?? '') ?? others]
    if (column !== undefined) column[row] = one
  }
  return columns
}

function scaleOf({ scale }: Extract<ModelFeature, { kind: 'figure' }>): FittedScale {
  return scale.kind === 'rank' ? { kind: 'rank', sorted: Float64Array.from(scale.sorted) } : scale
}
