import type { FittedScoring } from '../scoring/scoring-rule.ts'
import type { WeightDraws } from './draw-weights.ts'
import { highestLevel, sumTerms, thresholdLevel } from './score-levels.ts'

/** Scores a few thousand accounts at a time, so that they stay in the processor's cache for many draws. */
export interface ChunkScorer {
  /** Takes up the accounts at positions[from] to positions[to − 1]; at most {@link chunkAccounts}. */
  readonly load: (positions: Uint32Array, range: { readonly from: number; readonly to: number }) => void
  /** The levels of the accounts taken up, by the weights of one draw; overwritten by the next call. */
  readonly levels: (draw: number) => Int32Array
}

export const chunkAccounts = 1024
/** So many criteria are added up at a time. */
const lanes = 8

/**
 * Levels of weighted sums and geometric means.
 *
 * @param columns values 0..1 of the criteria, NaN = unknown
 * @param options the scoring (but for its weights) and the draws
 * @example
 * [...sumScorer([[0.5]], { scoring: { aggregation: 'weighted-sum', missing: 'neutral', floor: 0 }, draws: { criteria: 1, draws: 1, weights: Float64Array.of(1) } }).levels(0)] // []
 */
export function sumScorer(
  columns: readonly ArrayLike<number>[],
  {
    scoring,
    draws,
  }: { readonly scoring: Pick<FittedScoring, 'aggregation' | 'missing' | 'floor'>; readonly draws: WeightDraws },
): ChunkScorer {
  const terms = columns.map((column) => sumTerms(column, scoring))
  // Whole groups of lanes; what is added weighs nothing.
  const buffers = Array.from(
    { length: lanes + 4 * Math.ceil(Math.max(0, terms.length - lanes) / 4) },
    () => new Float64Array(chunkAccounts),
  )
  const sums = new Float64Array(chunkAccounts)
  const levels = new Int32Array(chunkAccounts)
  // Where nothing is known there is nothing to rescale: neutral.
  const middleLevel = thresholdLevel(
    Math.max(scoring.aggregation === 'weighted-geometric' ? scoring.floor : 0, 0.5),
    scoring.aggregation,
  )
  let incomplete: { readonly place: number; readonly known: readonly number[] }[] = []
  let count = 0

  const load: ChunkScorer['load'] = (positions, { from, to }) => {
    count = to - from
    terms.forEach((column, criterion) => {
      const buffer = buffers[criterion]
      if (buffer === undefined) return
      for (let i = 0; i < count; i++) buffer[i] = column[positions[from + i] ?? 0] ?? 0
    })
    incomplete = scoring.missing === 'rescale' ? takeOutUnknown(buffers.slice(0, terms.length), count) : []
  }
  const levelsOf: ChunkScorer['levels'] = (draw) => {
    const weights = draws.weights.subarray(draw * draws.criteria, (draw + 1) * draws.criteria)
    weightedSums(buffers.slice(lanes), { weights: weights.subarray(lanes), sums, count })
    writeLevels(buffers, { weights, sums, levels, count })
    for (const { place, known } of incomplete) {
      const weight = known.reduce((whole, criterion) => whole + (weights[criterion] ?? 0), 0)
      const sum = known.reduce((whole, each) => whole + (weights[each] ?? 0) * (buffers[each]?.[place] ?? 0), 0)
      levels[place] = weight > 1e-12 ? (sum / weight) * highestLevel + 0.5 : middleLevel
    }
    return levels.subarray(0, count)
  }
  return { load, levels: levelsOf }
}

/** Unknown terms become 0; says which accounts have any, and what is known of them. */
function takeOutUnknown(buffers: readonly Float64Array[], count: number) {
  const incomplete: { place: number; known: number[] }[] = []
  for (let place = 0; place < count; place++) {
    const known = buffers.flatMap((buffer, criterion) => (Number.isNaN(buffer[place]) ? [] : [criterion]))
    if (known.length === buffers.length) continue
    incomplete.push({ place, known })
    for (const buffer of buffers) if (Number.isNaN(buffer[place])) buffer[place] = 0
  }
  return incomplete
}

const nothing = new Float64Array()

/** levels = sums of all criteria beyond the first eight, plus those; one loop, for this is where the time goes. */
function writeLevels(
  buffers: readonly Float64Array[],
  to: {
    readonly weights: Float64Array
    readonly sums: Float64Array
    readonly levels: Int32Array
    readonly count: number
  },
): void {
  const { weights, sums, levels, count } = to
  const [a = nothing, b = nothing, c = nothing, d = nothing, e = nothing, f = nothing, g = nothing, h = nothing] =
    buffers
  const [wa = 0, wb = 0, wc = 0, wd = 0, we = 0, wf = 0, wg = 0, wh = 0] = weights
  for (let i = 0; i < count; i++) {
    const first = wa * (a[i] ?? 0) + wb * (b[i] ?? 0) + (wc * (c[i] ?? 0) + wd * (d[i] ?? 0))
    const second = we * (e[i] ?? 0) + wf * (f[i] ?? 0) + (wg * (g[i] ?? 0) + wh * (h[i] ?? 0))
    levels[i] = ((sums[i] ?? 0) + first + second) * highestLevel + 0.5
  }
}

/**
 * sums[i] = Σ weight · buffer[i], four criteria at a time.
 *
 * @param buffers a multiple of four
 * @example
 * weightedSums([[2], [3], [0], [0]], { weights: Float64Array.of(10, 1), sums: [0], count: 1 }) // undefined
 */
export function weightedSums(
  buffers: readonly Float64Array[],
  { weights, sums, count }: { readonly weights: Float64Array; readonly sums: Float64Array; readonly count: number },
): void {
  for (let first = 0; first < buffers.length; first += 4) {
    const [a = nothing, b = nothing, c = nothing, d = nothing] = buffers.slice(first, first + 4)
    const [wa = 0, wb = 0, wc = 0, wd = 0] = weights.subarray(first, first + 4)
    for (let i = 0; i < count; i++) {
      const before = first === 0 ? 0 : (sums[i] ?? 0)
      sums[i] = before + (wa * (a[i] ?? 0) + wb * (b[i] ?? 0) + (wc * (c[i] ?? 0) + wd * (d[i] ?? 0)))
    }
  }
}
