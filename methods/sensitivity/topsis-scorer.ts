import type { FittedScoring, TopsisFrame } from '../scoring/scoring-rule.ts'
import type { WeightDraws } from './draw-weights.ts'
import { highestLevel } from './score-levels.ts'
import { chunkAccounts, type ChunkScorer, weightedSums } from './sum-scorer.ts'

/**
 * Levels of TOPSIS scores: both squared distances are sums of weight² · squared deviation.
 *
 * @param columns values 0..1 of the criteria, NaN = unknown
 * @param options the frame, which does not depend on the weights, the policy for unknown values, and the draws
 * @example
 * [...topsisScorer([[0.5]], { frame: topsisFrame([[0, 0.5]]), missing: 'neutral', draws: { criteria: 1, draws: 1, weights: Float64Array.of(1) } }).levels(0)] // []
 */
export function topsisScorer(
  columns: readonly ArrayLike<number>[],
  options: { readonly frame: TopsisFrame; readonly missing: FittedScoring['missing']; readonly draws: WeightDraws },
): ChunkScorer {
  const { frame, missing, draws } = options
  const padded = Math.ceil(columns.length / 4) * 4
  const fromIdeal = Array.from({ length: padded }, () => new Float64Array(chunkAccounts))
  const fromAntiIdeal = Array.from({ length: padded }, () => new Float64Array(chunkAccounts))
  const [toIdeal, toAntiIdeal] = [new Float64Array(chunkAccounts), new Float64Array(chunkAccounts)]
  const levels = new Int32Array(chunkAccounts)
  let count = 0

  const load: ChunkScorer['load'] = (positions, { from, to }) => {
    count = to - from
    columns.forEach((column, criterion) => {
      const ideal = frame.ideal[criterion] ?? 0
      const antiIdeal = frame.antiIdeal[criterion] ?? 0
      const norm = frame.norms[criterion] ?? 0
      const unknown = missing === 'worst' ? antiIdeal : Math.min(ideal, Math.max(antiIdeal, 0.5))
      for (let i = 0; i < count; i++) {
        const known = column[positions[from + i] ?? 0] ?? Number.NaN
        // Under rescaling an unknown criterion is in neither distance.
        const leftOut = norm === 0 || (Number.isNaN(known) && missing === 'rescale')
        const value = Number.isNaN(known) ? unknown : known
        write(fromIdeal[criterion], i, leftOut ? 0 : ((value - ideal) / norm) ** 2)
        write(fromAntiIdeal[criterion], i, leftOut ? 0 : ((value - antiIdeal) / norm) ** 2)
      }
    })
  }
  const levelsOf: ChunkScorer['levels'] = (draw) => {
    const weights = draws.weights
      .slice(draw * draws.criteria, (draw + 1) * draws.criteria)
      .map((weight) => weight * weight)
    weightedSums(fromIdeal, { weights, sums: toIdeal, count })
    weightedSums(fromAntiIdeal, { weights, sums: toAntiIdeal, count })
    for (let i = 0; i < count; i++) {
      const best = Math.sqrt(toIdeal[i] ?? 0)
      const worst = Math.sqrt(toAntiIdeal[i] ?? 0)
      levels[i] = (best + worst === 0 ? 0.5 : worst / (best + worst)) * highestLevel + 0.5
    }
    return levels.subarray(0, count)
  }
  return { load, levels: levelsOf }
}

function write(buffer: Float64Array | undefined, ...[place, value]: readonly [number, number]): void {
  if (buffer !== undefined) buffer[place] = value
}
