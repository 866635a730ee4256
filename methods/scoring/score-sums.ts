import type { FittedScoring, ScoredColumns } from './scoring-rule.ts'
import { type FilledScoring, type KnownSum, sumScore } from './sum-score.ts'

/** So many accounts are added up at a time, that their sums stay in a processor's nearest cache. */
const chunkAccounts = 1024

/**
 * Scores of all accounts by a weighted sum or a weighted geometric mean, criterion after criterion.
 *
 * @param columns one per criterion, all equally long, values 0..1, NaN = unknown
 * @param scoring not TOPSIS, see `fitScoring`
 * @returns each as `scoreRow` gives it
 * @example
 * [...scoreSums([[0, 1], [1, 1]], fitScoring([[0, 1], [1, 1]], { aggregation: 'weighted-sum', weights: [3, 1] })).scores] // [0.25, 1]
 */
export function scoreSums(columns: readonly ArrayLike<number>[], scoring: FittedScoring): ScoredColumns {
  const count = columns[0]?.length ?? 0
  const scored = { scores: new Float64Array(count), lower: new Float64Array(count), upper: new Float64Array(count) }
  const criteria = columns.flatMap((column, i): Criterion[] => {
    const weight = scoring.weights[i] ?? 0
    return weight === 0 ? [] : [{ column, weight }]
  })
  const worst = { ...scoring, missing: 'worst' as const }
  const best = { ...scoring, missing: 'best' as const }
  const sums = new Float64Array(chunkAccounts)
  for (let first = 0; first < count; first += chunkAccounts) {
    const size = Math.min(chunkAccounts, count - first)
    sums.fill(0)
    if (scoring.aggregation === 'weighted-geometric') {
      for (const criterion of criteria) addLogarithms(criterion, { sums, first, size, floor: scoring.floor })
    } else addUp(criteria, { sums, first, size })
    writeScores(scored, { criteria, scoring, worst, best, sums, first, size })
  }
  return scored
}

/** A criterion with a weight above 0. */
interface Criterion {
  readonly column: ArrayLike<number>
  readonly weight: number
}

interface Chunk {
  /** Of what is unknown in part: NaN. */
  readonly sums: Float64Array
  readonly first: number
  readonly size: number
}

interface SummedChunk extends Chunk {
  readonly criteria: readonly Criterion[]
  readonly scoring: FittedScoring
  readonly worst: FilledScoring
  readonly best: FilledScoring
}

function addUp(criteria: readonly Criterion[], chunk: Chunk): void {
  let i = 0
  for (; i + 4 <= criteria.length; i += 4) addFour(criteria.slice(i, i + 4), chunk)
  for (const criterion of criteria.slice(i)) addOne(criterion, chunk)
}

/** One after the other to the sum, in their order, but with one walk through the sums. */
function addFour([one, two, three, four]: readonly Criterion[], { sums, first, size }: Chunk): void {
  if (one === undefined || two === undefined || three === undefined || four === undefined) return
  const [a, b, c, d] = [one.column, two.column, three.column, four.column]
  const [u, v, w, x] = [one.weight, two.weight, three.weight, four.weight]
  for (let i = 0; i < size; i++) {
    const account = first + i
    const sum = (sums[i] ?? 0) + u * (a[account] ?? Number.NaN) + v * (b[account] ?? Number.NaN)
    sums[i] = sum + w * (c[account] ?? Number.NaN) + x * (d[account] ?? Number.NaN)
  }
}

function addOne({ column, weight }: Criterion, { sums, first, size }: Chunk): void {
  for (let i = 0; i < size; i++) sums[i] = (sums[i] ?? 0) + weight * (column[first + i] ?? Number.NaN)
}

function addLogarithms(
  { column, weight }: Criterion,
  { sums, first, size, floor }: Chunk & { readonly floor: number },
): void {
  for (let i = 0; i < size; i++) {
    const value = column[first + i] ?? Number.NaN
    sums[i] = (sums[i] ?? 0) + weight * Math.log(value < floor ? floor : value)
  }
}

function writeScores({ scores, lower, upper }: ScoredColumns, chunk: SummedChunk): void {
  const { criteria, scoring, worst, best, sums, first, size } = chunk
  const geometric = scoring.aggregation === 'weighted-geometric'
  for (let i = 0; i < size; i++) {
    const sum = sums[i] ?? 0
    const account = first + i
    if (Number.isNaN(sum)) {
      const known = knownSum(criteria, { account, scoring })
      scores[account] = sumScore(known, scoring)
      lower[account] = sumScore(known, worst)
      upper[account] = sumScore(known, best)
    } else {
      const score = Math.min(1, Math.max(0, geometric ? Math.exp(sum) : sum))
      scores[account] = lower[account] = upper[account] = score
    }
  }
}

/** Sum of weight · value, or of weight · ln value, over what is known, and the weights of what is not. */
function knownSum(
  criteria: readonly Criterion[],
  { account, scoring }: { readonly account: number; readonly scoring: FittedScoring },
): KnownSum {
  const { aggregation, floor } = scoring
  let sum = 0
  let missing = 0
  for (const { column, weight } of criteria) {
    const value = column[account] ?? Number.NaN
    if (Number.isNaN(value)) missing += weight
    else sum += weight * (aggregation === 'weighted-geometric' ? Math.log(value < floor ? floor : value) : value)
  }
  return { sum, missing }
}
