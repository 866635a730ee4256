import type { SegmentFeature } from '@vitalfew/contract/segmentation.ts'
import { clusterCentres } from '@vitalfew/methods/clustering/cluster-centres.ts'
import { fitScale, type FittedScale } from '@vitalfew/methods/feature-scaling/feature-scale.ts'
import { type FittedTransform, transformedColumn } from '@vitalfew/methods/feature-scaling/feature-transform.ts'
import { sampleQuantile } from '@vitalfew/methods/scoring/sample-quantile.ts'
import { type PrepareFeatures, prepareFeatures } from '../features/prepare-features.ts'
import type { PreparedFeature } from '../features/prepared-feature.ts'
import type { SegmentTable, TableFeature } from '../table/segment-table.ts'
import { nearestCentres } from './nearest-centres.ts'
import type { ModelFeature, SavedModel } from './saved-model.ts'

/** Ranks are kept as these quantiles: a million figures would be no model. */
const mostRanks = 1_001

/**
 * The rule by which later accounts find the clusters that were found.
 *
 * @param table what the clusters were found in
 * @param request as it was asked
 * @param clusters ids, one per account that took part
 */
export function fitModel(
  table: SegmentTable,
  { request, clusters }: { readonly request: PrepareFeatures; readonly clusters: Int32Array },
): SavedModel {
  const space = prepareFeatures(table, request)
  const ids = [...new Set(clusters)].toSorted((one, other) => one - other)
  const places = new Map(ids.map((id, place) => [id, place]))
  const labels = clusters.map((id) => places.get(id) ?? 0)
  const { width } = space.points
  const { centres } = clusterCentres(space.points, labels)
  const rows = ids.map((_, place) => [...centres.subarray(place * width, (place + 1) * width)])
  const nearest = nearestCentres(space.points, rows)
  const same = nearest.reduce((count, label, row) => count + (label === labels[row] ? 1 : 0), 0)
  return {
    missing: request.missing,
    features: space.features.map(modelFeature),
    centres: rows,
    ids,
    agreement: labels.length === 0 ? 0 : same / labels.length,
  }
}

function modelFeature({ feature, told, columns }: PreparedFeature): ModelFeature {
  if (feature.kind === 'figure') return modelFigure(feature, told)
  const one = columns.reduce((most, { values }) => values.reduce((top, value) => Math.max(top, value), most), 0)
  const values = columns.map(({ value }) => value ?? '')
  return { kind: 'category', name: feature.name, values, one: one === 0 ? 1 : one }
}

function modelFigure(feature: Extract<TableFeature, { kind: 'figure' }>, told: SegmentFeature): ModelFeature {
  const known = feature.values.filter((value) => !Number.isNaN(value)).toSorted()
  const fill = known.length === 0 ? 0 : sampleQuantile(known, 0.5)
  const transform = fittedTransform(told)
  const filled = feature.values.map((value) => (Number.isNaN(value) ? fill : value))
  const scale = fitScale(transformedColumn(filled, transform), told.scale)
  return { kind: 'figure', name: feature.name, least: known[0] ?? 0, fill, transform, scale: writtenScale(scale) }
}

function fittedTransform({ transform, lambda }: SegmentFeature): FittedTransform {
  switch (transform) {
    case 'yeo-johnson':
      return { kind: transform, lambda: lambda ?? 1 }
    case 'oneHot':
      return { kind: 'none' }
    default:
      return { kind: transform }
  }
}

type WrittenScale = Extract<ModelFeature, { kind: 'figure' }>['scale']

function writtenScale(scale: FittedScale): WrittenScale {
  if (scale.kind !== 'rank') return { kind: scale.kind, centre: scale.centre, spread: scale.spread }
  const { sorted } = scale
  if (sorted.length <= mostRanks) return { kind: 'rank', sorted: [...sorted] }
  return {
    kind: 'rank',
    sorted: Array.from({ length: mostRanks }, (_, i) => sampleQuantile(sorted, i / (mostRanks - 1))),
  }
}
