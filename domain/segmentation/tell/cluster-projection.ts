import type { Segmentation } from '@vitalfew/contract/segmentation.ts'
import { type Points, pointsAt } from '@vitalfew/methods/clustering/points.ts'
import { sampleRows } from '@vitalfew/methods/clustering/sample-rows.ts'
import { scaledColumn } from '@vitalfew/methods/feature-scaling/feature-scale.ts'
import { principalComponents } from '@vitalfew/methods/projection/principal-components.ts'
import { umap } from '@vitalfew/methods/projection/umap.ts'
import type { PreparedFeature } from '../features/prepared-feature.ts'
import type { Texts } from '../table/segment-table.ts'

export interface ClusterProjection {
  readonly features: readonly PreparedFeature[]
  readonly labels: Int32Array
  readonly ids: readonly number[]
  readonly accounts: Texts
  readonly accountNames: Texts
  readonly amounts: Float64Array | null
  readonly seed: number
  readonly umap: boolean
}

/** Every account's place on the first two principal components. */
export interface Plane {
  readonly x: Float64Array
  readonly y: Float64Array
}

/** Points that a page shows and can be asked about one by one. */
const shownPoints = 2_000

/** Accounts on planes, and what the planes are made of. */
export function clusterProjection(
  points: Points,
  request: ClusterProjection,
): { told: Segmentation['projection']; plane: Plane } {
  const { features, labels, ids, accounts, accountNames, amounts, seed } = request
  const count = Math.min(2, points.width)
  const { scores, loadings, explained } = principalComponents(points, count)
  const plane = {
    x: Float64Array.from({ length: points.rows }, (_, i) => scores[i * count] ?? 0),
    y: Float64Array.from({ length: points.rows }, (_, i) => (count > 1 ? (scores[i * count + 1] ?? 0) : 0)),
  }
  const shown = sampleRows(points.rows, { size: shownPoints, seed })
  const layout = request.umap ? umap(pointsAt(points, shown), { seed }) : null
  const columns = features.flatMap(({ told, columns: parts }) =>
    parts.map(({ value }) => ({ feature: told.name, value })),
  )
  const told = {
    axes: loadings.map((loading, axis) => ({
      explained: Math.min(1, explained[axis] ?? 0),
      loadings: columns.map((column, i) => ({ ...column, loading: loading[i] ?? 0 })),
    })),
    accounts: Array.from(shown, (row) => accounts.at(row) ?? ''),
    accountNames: Array.from(shown, (row) => accountNames.at(row) ?? ''),
    clusters: Array.from(shown, (row) => ids[labels[row] ?? 0] ?? 1),
    x: Array.from(shown, (row) => short(plane.x[row] ?? 0)),
    y: Array.from(shown, (row) => short(plane.y[row] ?? 0)),
    u: layout === null ? null : Array.from(shown, (_, i) => short(layout[i * 2] ?? 0)),
    v: layout === null ? null : Array.from(shown, (_, i) => short(layout[i * 2 + 1] ?? 0)),
    ranks: features.map((feature) => ranksOf(feature, shown)),
    amounts: amounts === null ? null : Array.from(shown, (row) => known(amounts[row] ?? Number.NaN)),
  }
  return { told, plane }
}

/** Where accounts stand among all; values of a category stand in the order of their columns. */
function ranksOf({ feature, columns, sorted }: PreparedFeature, shown: Uint32Array): (number | null)[] {
  if (feature.kind === 'figure' && sorted !== null) {
    const own = Float64Array.from(shown, (row) => feature.values[row] ?? Number.NaN)
    return Array.from(scaledColumn(own, { kind: 'rank', sorted }), known)
  }
  return Array.from(shown, (row) => {
    const place = columns.findIndex(({ values }) => (values[row] ?? 0) > 0)
    return place < 0 ? null : short((place + 0.5) / columns.length)
  })
}

function short(value: number): number {
  return Number(value.toPrecision(5))
}

function known(value: number): number | null {
  return Number.isFinite(value) ? short(value) : null
}
