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

/** A text for each row; a list of them, or read from where they are kept. */
export interface Texts {
  readonly length: number
  readonly at: (row: number) => string | undefined
}

/** One row per account, and what is known of each. */
export interface SegmentTable {
  readonly source: Segmentation['source']
  readonly file: string
  readonly asOf: string | null
  readonly currency: string
  readonly accounts: Texts
  readonly accountNames: Texts
  readonly features: readonly TableFeature[]
  /** Names of the features to go by where nobody says. */
  readonly suggested: readonly string[]
  /** What the money of a cluster is added up from. */
  readonly amount: { readonly name: string; readonly values: Float64Array } | null
}

/** A table of accounts that came with their keys. */
export interface KeyedTable extends SegmentTable {
  readonly accounts: readonly string[]
}

/** The texts of some rows, in their order. */
export function textsAt(texts: Texts, rows: Uint32Array): Texts {
  return rows.length === texts.length ? texts : Array.from(rows, (row) => texts.at(row) ?? '')
}

/** Some rows of a feature, in their order. */
export function featureAt(feature: TableFeature, rows: Uint32Array): TableFeature {
  const all = feature.kind === 'figure' ? feature.values.length : feature.labels.length
  if (rows.length === all) return feature
  if (feature.kind === 'figure') {
    return { ...feature, values: Float64Array.from(rows, (row) => feature.values[row] ?? Number.NaN) }
  }
  return { ...feature, labels: Array.from(rows, (row) => feature.labels[row] ?? '') }
}
