import type { SegmentTrait } from '@vitalfew/contract/segmentation.ts'
import { sampleQuantile } from '@vitalfew/methods/scoring/sample-quantile.ts'
import type { PreparedFeature } from '../features/prepared-feature.ts'

/** What marks out each cluster: every feature in it beside all accounts, the most distinctive first. */
export function clusterProfiles(
  features: readonly PreparedFeature[],
  { labels, k }: { readonly labels: Int32Array; readonly k: number },
): SegmentTrait[][] {
  const rowsOf = rowsByCluster(labels, k)
  const whole = features.map((feature) => (feature.feature.kind === 'figure' ? figuresOf(feature) : null))
  return rowsOf.map((rows) =>
    features
      .flatMap((feature, i) => {
        const figures = whole[i]
        return figures === null || figures === undefined
          ? shares(feature, rows)
          : [figureTrait(feature, { figures, rows })]
      })
      .toSorted((one, other) => Math.abs(other.effect) - Math.abs(one.effect)),
  )
}

function rowsByCluster(labels: Int32Array, k: number): Uint32Array[] {
  const sizes = new Uint32Array(k)
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1
  const rowsOf = Array.from(sizes, (size) => new Uint32Array(size))
  sizes.fill(0)
  labels.forEach((label, row) => {
    const place = sizes[label] ?? 0
    const rows = rowsOf[label]
    if (rows !== undefined) rows[place] = row
    sizes[label] = place + 1
  })
  return rowsOf
}

interface Figures {
  readonly name: string
  readonly values: Float64Array
  readonly turned: Float64Array
  readonly sorted: Float64Array
  readonly mean: number
  readonly turnedMean: number
  readonly turnedSpread: number
}

function figuresOf({ feature, columns, sorted }: PreparedFeature): Figures | null {
  if (feature.kind !== 'figure' || sorted === null) return null
  const turned = columns[0]?.values ?? new Float64Array()
  const turnedMean = meanOf(turned)
  let squares = 0
  for (let i = 0; i < turned.length; i++) squares += ((turned[i] ?? 0) - turnedMean) ** 2
  const variance = turned.length === 0 ? 0 : squares / turned.length
  return {
    name: feature.name,
    values: feature.values,
    turned,
    sorted,
    mean: meanOf(sorted),
    turnedMean,
    turnedSpread: Math.sqrt(variance) || 1,
  }
}

function meanOf(values: Float64Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0
  return values.length === 0 ? 0 : sum / values.length
}

/** Sorts figures where they are; those that are known. */
function knownSorted(values: Float64Array): Float64Array {
  values.sort()
  let count = values.length
  // Unknown ones stand last.
  while (count > 0 && Number.isNaN(values[count - 1])) count--
  return values.subarray(0, count)
}

function valuesAt(values: Float64Array, rows: Uint32Array): Float64Array {
  const own = new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i++) own[i] = values[rows[i] ?? 0] ?? Number.NaN
  return own
}

function figureTrait(
  { feature }: PreparedFeature,
  { figures, rows }: { readonly figures: Figures; readonly rows: Uint32Array },
): SegmentTrait {
  const own = knownSorted(valuesAt(figures.values, rows))
  const turned = meanOf(valuesAt(figures.turned, rows))
  const quantile = (probability: number): number | null => (own.length === 0 ? null : sampleQuantile(own, probability))
  return {
    feature: feature.name,
    value: null,
    mean: meanOf(own),
    populationMean: figures.mean,
    median: quantile(0.5),
    lower: quantile(0.25),
    upper: quantile(0.75),
    populationMedian: figures.sorted.length === 0 ? null : sampleQuantile(figures.sorted, 0.5),
    effect: (turned - figures.turnedMean) / figures.turnedSpread,
  }
}

/** A category by the shares of its values, compared by Cohen's h. */
function shares({ feature, columns }: PreparedFeature, rows: Uint32Array): SegmentTrait[] {
  return columns.map(({ value, values }) => {
    const populationMean = values.filter((flag) => flag > 0).length / values.length
    const mean = rows.filter((row) => (values[row] ?? 0) > 0).length / rows.length
    return {
      feature: feature.name,
      value,
      mean,
      populationMean,
      median: null,
      lower: null,
      upper: null,
      populationMedian: null,
      effect: 2 * Math.asin(Math.sqrt(mean)) - 2 * Math.asin(Math.sqrt(populationMean)),
    }
  })
}
