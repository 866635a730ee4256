import { requireSameLength } from '../arguments/require-same-length.ts'
import type { RowDistance } from '../clustering/single-linkage.ts'

/** A feature of a table of mixed kinds: figures (NaN = unknown) or values of a category ('' = unknown). */
export type MixedFeature =
  | { readonly kind: 'figure'; readonly figures: ArrayLike<number> }
  | { readonly kind: 'category'; readonly labels: readonly string[] }

/**
 * Gower's distance of two rows: the mean over the features known of both of |difference| / range for figures, and of 0 or 1
 * for categories. 0 is equal, 1 as different as can be.
 *
 * @param features of the same rows
 * @returns the distance as a function of two rows; 1 where no feature is known of both
 * @throws RangeError naming a feature of another length
 * Source: Gower 1971, "A general coefficient of similarity and some of its properties".
 * @example
 * gowerDistance([{ kind: 'figure', figures: [0, 5, 10] }, { kind: 'category', labels: ['a', 'a', 'b'] }])(0, 1) // 0.25
 * gowerDistance([{ kind: 'figure', figures: [0, NaN] }])(0, 1) // 1
 */
export function gowerDistance(features: readonly MixedFeature[]): RowDistance {
  const rows = lengthOf(features[0])
  features.forEach((feature, i) => requireSameLength(`features[${i}]`, { expected: rows, actual: lengthOf(feature) }))
  const parts = features.map(partOf)
  return (one, other) => {
    let [sum, known] = [0, 0]
    for (const part of parts) {
      const apart = part(one, other)
      if (Number.isNaN(apart)) continue
      sum += apart
      known++
    }
    return known === 0 ? 1 : sum / known
  }
}

function lengthOf(feature: MixedFeature | undefined): number {
  if (feature === undefined) return 0
  return feature.kind === 'figure' ? feature.figures.length : feature.labels.length
}

function partOf(feature: MixedFeature): RowDistance {
  if (feature.kind === 'category') {
    const codes = new Map<string, number>([['', Number.NaN]])
    const column = Float64Array.from(feature.labels, (label) => {
      const code = codes.get(label) ?? codes.size
      codes.set(label, code)
      return code
    })
    return (one, other) => {
      const [left, right] = [column[one] ?? Number.NaN, column[other] ?? Number.NaN]
      if (Number.isNaN(left) || Number.isNaN(right)) return Number.NaN
      return left === right ? 0 : 1
    }
  }
  const column = Float64Array.from(feature.figures)
  let [least, largest] = [Infinity, -Infinity]
  for (const value of column) {
    if (value < least) least = value
    if (value > largest) largest = value
  }
  const range = largest > least ? largest - least : 1
  return (one, other) => Math.abs((column[one] ?? Number.NaN) - (column[other] ?? Number.NaN)) / range
}
