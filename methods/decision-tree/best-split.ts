import type { TreeFeature, TreeSplit } from './classification-tree.ts'

export interface SplitRequest {
  readonly rows: Uint32Array
  readonly labels: ArrayLike<number>
  /** Rows of each class among them. */
  readonly counts: Float64Array
  readonly leastRows: number
}

/**
 * The question that leaves the purest answers: of all bounds between two figures and all values of categories, the one that
 * lowers Gini's impurity most; of equal ones the first feature and the lowest bound.
 *
 * @param features that may be asked about
 * @param request the rows it is about
 * @returns the question with the impurity it takes away per row; null where none may be asked
 * @example
 * bestSplit([{ kind: 'figure', values: [1, 9] }], { rows: Uint32Array.of(0, 1), labels: [0, 1], counts: Float64Array.of(1, 1), leastRows: 1 }) // { split: { feature: 0, kind: 'figure', bound: 5 }, gain: 0.5 }
 */
export function bestSplit(
  features: readonly TreeFeature[],
  request: SplitRequest,
): { split: TreeSplit; gain: number } | null {
  let best: { split: TreeSplit; gain: number } | null = null
  const whole = purity(request.counts) / request.rows.length
  features.forEach((feature, index) => {
    const found = feature.kind === 'figure' ? bestBound(feature, request) : bestValue(feature, request)
    if (found === null) return
    const gain = (found.purity - whole) / request.rows.length
    if (gain > 1e-12 && (best === null || gain > best.gain + 1e-12)) {
      best = { split: { feature: index, kind: feature.kind, bound: found.bound }, gain }
    }
  })
  return best
}

interface Found {
  readonly bound: number
  /** Sum over both answers of Σ count² / rows: the purer, the larger. */
  readonly purity: number
}

/** Σ count²: over the rows it is what Gini's impurity takes from 1. */
function purity(counts: Float64Array): number {
  return counts.reduce((sum, count) => sum + count * count, 0)
}

function bestBound({ values }: TreeFeature, { rows, labels, counts, leastRows }: SplitRequest): Found | null {
  const known = rows.filter((row) => !Number.isNaN(values[row] ?? Number.NaN))
  known.sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0) || one - other)
  // Unknown figures answer no, as low ones do.
  const yes = new Float64Array(counts.length)
  for (const row of known) yes[labels[row] ?? 0] = (yes[labels[row] ?? 0] ?? 0) + 1
  const no = counts.map((count, label) => count - (yes[label] ?? 0))
  let [noRows, yesRows] = [rows.length - known.length, known.length]
  let [noPurity, yesPurity] = [purity(no), purity(yes)]
  let best: Found | null = null
  for (let i = 0; i + 1 < known.length; i++) {
    const label = labels[known[i] ?? 0] ?? 0
    noPurity += 2 * (no[label] ?? 0) + 1
    yesPurity -= 2 * (yes[label] ?? 0) - 1
    no[label] = (no[label] ?? 0) + 1
    yes[label] = (yes[label] ?? 0) - 1
    noRows++
    yesRows--
    const [here, next] = [values[known[i] ?? 0] ?? 0, values[known[i + 1] ?? 0] ?? 0]
    if (here === next || noRows < leastRows || yesRows < leastRows) continue
    const found = noPurity / noRows + yesPurity / yesRows
    if (best === null || found > best.purity + 1e-9) best = { bound: between(here, next), purity: found }
  }
  return best
}

/** The roundest number in the middle third between two figures, so that a person can remember the bound. */
function between(low: number, high: number): number {
  const [from, to] = [low + (high - low) / 3, high - (high - low) / 3]
  for (let digits = 1; digits <= 15; digits++) {
    const rounded = Number(((from + to) / 2).toPrecision(digits))
    if (rounded >= from && rounded <= to) return rounded
  }
  return high
}

function bestValue({ values }: TreeFeature, { rows, labels, counts, leastRows }: SplitRequest): Found | null {
  const byValue = new Map<number, { counts: Float64Array; rows: number }>()
  for (const row of rows) {
    const value = values[row] ?? Number.NaN
    if (Number.isNaN(value)) continue
    const item = byValue.get(value) ?? { counts: new Float64Array(counts.length), rows: 0 }
    item.counts[labels[row] ?? 0] = (item.counts[labels[row] ?? 0] ?? 0) + 1
    item.rows++
    byValue.set(value, item)
  }
  let best: Found | null = null
  for (const [bound, yes] of [...byValue].sort(([one], [other]) => one - other)) {
    const noRows = rows.length - yes.rows
    if (noRows < leastRows || yes.rows < leastRows) continue
    const no = counts.map((count, label) => count - (yes.counts[label] ?? 0))
    const found = purity(no) / noRows + purity(yes.counts) / yes.rows
    if (best === null || found > best.purity + 1e-9) best = { bound, purity: found }
  }
  return best
}
