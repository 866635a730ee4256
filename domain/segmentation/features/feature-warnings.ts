import type { PreparedFeature } from './prepared-feature.ts'

const alikeFrom = 0.95
const dominatingShare = 0.6

/** Whether two features say the same: figures whose prepared columns go together almost perfectly. */
export function alikeFeatures(one: PreparedFeature, other: PreparedFeature): boolean {
  const [left, right] = [one.columns[0]?.values, other.columns[0]?.values]
  if (one.told.kind !== 'figure' || other.told.kind !== 'figure' || left === undefined || right === undefined)
    return false
  return Math.abs(correlation(left, right)) >= alikeFrom
}

/** The feature that most of the spread comes from, where it is one of several and far more than its part. */
export function dominatingFeature(features: readonly PreparedFeature[]): PreparedFeature | null {
  const spreads = features.map(({ columns }) => columns.reduce((sum, { values }) => sum + variance(values), 0))
  const whole = spreads.reduce((sum, value) => sum + value, 0)
  const limit = Math.max(dominatingShare, 1.8 / features.length)
  const place = spreads.findIndex((value) => features.length > 1 && value > limit * whole)
  return features[place] ?? null
}

function mean(values: Float64Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0
  return sum / values.length
}

function variance(values: Float64Array): number {
  const middle = mean(values)
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += ((values[i] ?? 0) - middle) ** 2
  return sum / values.length
}

function correlation(left: Float64Array, right: Float64Array): number {
  const [first, second] = [mean(left), mean(right)]
  let [together, ofLeft, ofRight] = [0, 0, 0]
  for (let i = 0; i < left.length; i++) {
    const [one, other] = [(left[i] ?? 0) - first, (right[i] ?? 0) - second]
    together += one * other
    ofLeft += one * one
    ofRight += other * other
  }
  const spread = Math.sqrt(ofLeft) * Math.sqrt(ofRight)
  return spread === 0 ? 0 : together / spread
}
