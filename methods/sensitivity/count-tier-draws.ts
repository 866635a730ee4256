import { requireInteger } from '../arguments/require-integer.ts'
import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'
import type { FittedScoring } from '../scoring/scoring-rule.ts'
import { requireFraction } from '../special-functions/require-fraction.ts'
import type { BoundaryCuts } from './boundary-cuts.ts'
import type { WeightDraws } from './draw-weights.ts'
import { type LevelIntervals, levelIntervals } from './level-intervals.ts'
import { type DrawBlock, eachChunk, type LevelRange, placeCuts } from './place-cuts.ts'
import { thresholdLevel } from './score-levels.ts'
import { type ChunkScorer, sumScorer } from './sum-scorer.ts'
import { topsisScorer } from './topsis-scorer.ts'

/** What decides about tiers in every draw anew; for the tiers but the last, best first. */
export type TierBoundaries =
  | { readonly by: 'places'; readonly places: readonly number[] }
  | { readonly by: 'threshold'; readonly thresholds: readonly number[] }

/** How often accounts were in which tier. */
export interface TierDrawCounts {
  readonly draws: number
  /** Per boundary and account: the draws in which the account was in this tier or a better one. */
  readonly reached: readonly Uint32Array[]
}

/** The population and the model whose weights are uncertain. */
export interface UncertainModel {
  /** The weights are not used. */
  readonly scoring: FittedScoring
  /** The accounts that take part (passed all gates), in the order that decides ties: `rankAccounts` of their scores. */
  readonly ranking: Uint32Array
  readonly boundaries: TierBoundaries
  readonly draws: WeightDraws
}

/** Draws are worked through in blocks, which bounds the memory of their histograms. */
const drawsPerBlock = 250

/**
 * In how many draws of the weights each account reaches each tier; the places or thresholds are applied anew in every draw.
 *
 * Scores that agree to 8 decimals are equal and go by the ranking (in a geometric mean: scores whose logarithms agree to
 * 2e-7). The normalisation, and the frame of TOPSIS, stay as they are. Exact: nothing is approximated but the draws. Counts
 * of two sets of draws may be added, so draws can be split over threads. Accounts whose tier no draw can change are not
 * scored by every draw.
 *
 * @param columns values 0..1 of the criteria, NaN = unknown
 * @param model scoring, ranking, boundaries and draws
 * @returns 0 throughout for accounts that do not take part
 * @throws RangeError naming the argument it cannot work with
 * Source: Butler, Jia and Dyer 1997, "Simulation techniques for the sensitivity analysis of multi-criteria decision
 * models"; Lahdelma and Salminen 2001, "SMAA-2: stochastic multicriteria acceptability analysis for group decision making".
 * @example
 * [...countTierDraws([[1, 0], [0, 1]], { scoring: fitScoring([[1, 0], [0, 1]], { aggregation: 'weighted-sum', weights: [1, 1] }), ranking: Uint32Array.of(0, 1), boundaries: { by: 'places', places: [1] }, draws: { criteria: 2, draws: 3, weights: Float64Array.of(0.2, 0.8, 0.4, 0.6, 0.5, 0.5) } }).reached[0]] // [1, 2]
 */
export function countTierDraws(columns: readonly ArrayLike<number>[], model: UncertainModel): TierDrawCounts {
  const { scoring, ranking, boundaries, draws } = model
  requireSameLength('columns', { expected: draws.criteria, actual: columns.length })
  const accounts = columns[0]?.length ?? 0
  columns.forEach((column, i) => requireSameLength(`columns[${i}]`, { expected: accounts, actual: column.length }))
  const reached = boundaryNames(boundaries).map(() => new Uint32Array(accounts))
  for (let from = 0; from < draws.draws; from += drawsPerBlock) {
    const to = Math.min(draws.draws, from + drawsPerBlock)
    const part = {
      ...draws,
      draws: to - from,
      weights: draws.weights.subarray(from * draws.criteria, to * draws.criteria),
    }
    const scorer = scorerOf(columns, { scoring, draws: part })
    const intervals = levelIntervals(columns, { scoring, draws: part })
    countBlock({ scorer, from: 0, to: to - from, positions: ranking }, { boundaries, scoring, intervals, reached })
  }
  return { draws: draws.draws, reached }
}

function boundaryNames(boundaries: TierBoundaries): readonly number[] {
  if (boundaries.by === 'threshold') {
    return boundaries.thresholds.map((threshold, i) => requireFraction(`thresholds[${i}]`, threshold))
  }
  return boundaries.places.map((size, i) => requireNonNegative(`places[${i}]`, requireInteger(`places[${i}]`, size)))
}

function scorerOf(
  columns: readonly ArrayLike<number>[],
  { scoring, draws }: Pick<UncertainModel, 'scoring' | 'draws'>,
): ChunkScorer {
  const { frame, missing } = scoring
  return frame === null ? sumScorer(columns, { scoring, draws }) : topsisScorer(columns, { frame, missing, draws })
}

interface Counting {
  readonly boundaries: TierBoundaries
  readonly scoring: FittedScoring
  readonly intervals: LevelIntervals
  readonly reached: readonly Uint32Array[]
}

function countBlock(block: DrawBlock, { boundaries, scoring, intervals, reached }: Counting): void {
  const draws = block.to - block.from
  const within = (ranges: readonly LevelRange[]): Uint32Array => accountsWithin(block.positions, { intervals, ranges })
  const cuts =
    boundaries.by === 'places'
      ? placeCuts(block, {
          places: cumulated(boundaries.places),
          bounded: {
            within,
            above: (range, all) => decidedAbove(block.positions, { intervals, ranges: all, range }).length,
          },
        })
      : boundaries.thresholds.map((threshold) => fixedCuts(thresholdLevel(threshold, scoring.aggregation) - 1, draws))
  const ranges = cuts.map(({ levels }) => ({ lowest: Math.min(...levels), highest: Math.max(...levels) }))
  const undecided = within(ranges)
  ranges.forEach((range, boundary) => {
    const counts = reached[boundary] ?? new Uint32Array()
    for (const account of decidedAbove(block.positions, { intervals, ranges, range })) {
      counts[account] = (counts[account] ?? 0) + draws
    }
  })
  const left = cuts.map(({ tied }) => tied.slice())
  eachChunk({ ...block, positions: undecided }, (levels, draw, first) => {
    for (let boundary = 0; boundary < cuts.length; boundary++) {
      const counts = reached[boundary]
      const ties = left[boundary]
      if (counts === undefined || ties === undefined) continue
      const cut = cuts[boundary]?.levels[draw] ?? 0
      let places = ties[draw] ?? 0
      for (let i = 0; i < levels.length; i++) {
        const level = levels[i] ?? 0
        if (level < cut || (level === cut && places === 0)) continue
        const account = undecided[first + i] ?? 0
        counts[account] = (counts[account] ?? 0) + 1
        if (level === cut) places--
      }
      ties[draw] = places
    }
  })
}

function cumulated(places: readonly number[]): number[] {
  let sum = 0
  return places.map((size) => (sum += size))
}

function fixedCuts(level: number, draws: number): BoundaryCuts {
  return { levels: new Int32Array(draws).fill(level), tied: new Uint32Array(draws) }
}

/** The accounts that some draw may put on either side of a boundary, in the order they came. */
function accountsWithin(
  positions: Uint32Array,
  { intervals, ranges }: { readonly intervals: LevelIntervals; readonly ranges: readonly LevelRange[] },
): Uint32Array {
  return positions.filter((account) => !isDecided(account, { intervals, ranges }))
}

function isDecided(
  account: number,
  { intervals, ranges }: { readonly intervals: LevelIntervals; readonly ranges: readonly LevelRange[] },
): boolean {
  const lowest = intervals.lowest[account] ?? 0
  const highest = intervals.highest[account] ?? 0
  for (const range of ranges) if (lowest <= range.highest && highest >= range.lowest) return false
  return true
}

/** The accounts outside all ranges that are above one of them in every draw. */
function decidedAbove(
  positions: Uint32Array,
  where: { readonly intervals: LevelIntervals; readonly ranges: readonly LevelRange[]; readonly range: LevelRange },
): Uint32Array {
  const { intervals, range } = where
  return positions.filter((account) => (intervals.lowest[account] ?? 0) > range.highest && isDecided(account, where))
}
