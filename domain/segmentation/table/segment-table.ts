import type { SegmentUnit, Segmentation } from '@vitalfew/contract/segmentation.ts'

/** A column that accounts can be told apart by. */
export type TableFeature =
  | {
      readonly kind: 'figure'
      readonly name: string
      readonly title: string
      readonly unit: SegmentUnit
      /** NaN = unknown. */
      readonly values: Float64Array
    }
  | {
      readonly kind: 'category'
      readonly name: string
      readonly title: string
      /** '' = unknown. */
      readonly labels: readonly string[]
    }

/** One row per account, and what is known of each. */
export interface SegmentTable {
  readonly source: Segmentation['source']
  readonly file: string
  readonly asOf: string | null
  readonly currency: string
  readonly accounts: readonly string[]
  readonly accountNames: readonly string[]
  readonly features: readonly TableFeature[]
  /** Names of the features to go by where nobody says. */
  readonly suggested: readonly string[]
  /** What the money of a cluster is added up from. */
  readonly amount: { readonly name: string; readonly values: Float64Array } | null
}

/** Some rows of a feature. */
export function featureAt(feature: TableFeature, rows: Uint32Array): TableFeature {
  if (feature.kind === 'figure') {
    return { ...feature, values: Float64Array.from(rows, (row) => feature.values[row] ?? Number.NaN) }
  }
  return { ...feature, labels: Array.from(rows, (row) => feature.labels[row] ?? '') }
}
