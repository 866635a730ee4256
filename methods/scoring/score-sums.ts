import type { FittedScoring, ScoredColumns } from './scoring-rule.ts'
import { sumScore } from './sum-score.ts'

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
  const scores = new Float64Array(count)
  const lower = new Float64Array(count)
  const upper = new Float64Array(count)
  const geometric = scoring.aggregation === 'weighted-geometric'
  const [worst, best] = [
    { ...scoring, missing: 'worst' as const },
    { ...scoring, missing: 'best' as const },
  ]
  const chunk = { sums: new Float64Array(chunkAccounts), missing: new Float64Array(chunkAccounts) }
  for (let first = 0; first < count; first += chunkAccounts) {
    const size = Math.min(chunkAccounts, count - first)
    addUp(columns, { scoring, chunk, first, size })
    for (let i = 0; i < size; i++) {
      const known = { sum: chunk.sums[i] ?? 0, missing: chunk.missing[i] ?? 0 }
      const account = first + i
      if (known.missing === 0) {
        const score = Math.min(1, Math.max(0, geometric ? Math.exp(known.sum) : known.sum))
        scores[account] = lower[account] = upper[account] = score
        continue
      }
      scores[account] = sumScore(known, scoring)
      lower[account] = sumScore(known, worst)
      upper[account] = sumScore(known, best)
    }
  }
  return { scores, lower, upper }
}

interface Chunk {
  readonly scoring: FittedScoring
  readonly chunk: { readonly sums: Float64Array; readonly missing: Float64Array }
  readonly first: number
  readonly size: number
}

/** Sums of weight · value, or of weight · ln value, and the weights of what is unknown. */
function addUp(columns: readonly ArrayLike<number>[], { scoring, chunk, first, size }: Chunk): void {
  const { weights, floor, aggregation } = scoring
  const geometric = aggregation === 'weighted-geometric'
  const { sums, missing } = chunk
  sums.fill(0)
  missing.fill(0)
  for (const [criterion, column] of columns.entries()) {
    const weight = weights[criterion] ?? 0
    if (weight === 0) continue
    for (let i = 0; i < size; i++) {
      const value = column[first + i] ?? Number.NaN
      if (Number.isNaN(value)) missing[i] = (missing[i] ?? 0) + weight
      else sums[i] = (sums[i] ?? 0) + weight * (geometric ? Math.log(value < floor ? floor : value) : value)
    }
  }
}
