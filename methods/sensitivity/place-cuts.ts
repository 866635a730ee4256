import { type BoundaryCuts, binBits, type Crossing, crossingBin, levelsPerBin } from './boundary-cuts.ts'
import { highestLevel } from './score-levels.ts'
import { chunkAccounts, type ChunkScorer } from './sum-scorer.ts'

const bins = (highestLevel >>> binBits) + 1

/** The accounts of a block of draws. */
export interface DrawBlock {
  readonly scorer: ChunkScorer
  /** First draw of the block, and one past the last. */
  readonly from: number
  readonly to: number
  /** The accounts that take part, in the order of ties. */
  readonly positions: Uint32Array
}

/** What is known of the accounts without scoring them by every draw. */
export interface Bounded {
  /** The accounts that some draw may put into one of the ranges, in the order of ties. */
  readonly within: (ranges: readonly LevelRange[]) => Uint32Array
  /** How many of the others are above a range in every draw. */
  readonly above: (range: LevelRange, ranges: readonly LevelRange[]) => number
}

/** Every so many accounts make the sample that shows about where the boundaries lie. */
const sampleStep = 32
/** Smaller populations are not worth a sample. */
const leastSampled = 50_000

/**
 * The cuts of ranked boundaries in every draw: exact, without sorting, in memory that does not grow with the accounts.
 *
 * A sample shows where the boundaries probably lie; accounts that no draw brings there are counted without being scored.
 * Where a boundary turns out to lie elsewhere, all accounts are scored.
 *
 * @param block draws and accounts
 * @param options `places`: of each tier and all better ones together, ascending; `bounded`: see {@link Bounded}
 * @returns one per boundary, with one element per draw of the block
 * Source: selection by distribution counting, Knuth 1973, "The art of computer programming", 5.2.
 * @example
 * [...placeCuts({ scorer: { load: () => {}, levels: () => Int32Array.of(7, 9, 9) }, from: 0, to: 1, positions: Uint32Array.of(0, 1, 2) }, { places: [1], bounded: { within: () => Uint32Array.of(0, 1, 2), above: () => 0 } })[0].levels] // [9]
 */
export function placeCuts(
  block: DrawBlock,
  options: { readonly places: readonly number[]; readonly bounded: Bounded },
): BoundaryCuts[] {
  const { places, bounded } = options
  const crossings = boundedCrossings(block, options) ?? coarseCrossings(block, places)
  return fineCuts({ ...block, positions: bounded.within(crossings.map(levelRange)) }, crossings)
}

/** The crossings, counting only accounts near where the sample has the boundaries; null where they lie elsewhere. */
function boundedCrossings(
  block: DrawBlock,
  { places, bounded }: { readonly places: readonly number[]; readonly bounded: Bounded },
): Crossing[][] | null {
  if (block.positions.length < leastSampled) return null
  const sample = block.positions.filter((_, i) => i % sampleStep === 0)
  const limits = places.flatMap((wanted) => {
    const expected = wanted / sampleStep
    const margin = 5 * Math.sqrt(expected) + 5
    return [Math.max(1, Math.floor(expected - margin)), Math.ceil(expected + margin)]
  })
  const near = coarseCrossings({ ...block, positions: sample }, limits)
  const ranges = places.map((_, i) => levelRange([...(near[2 * i] ?? []), ...(near[2 * i + 1] ?? [])]))
  const candidates = { ...block, positions: bounded.within(ranges) }
  const left = places.map((wanted, i) => {
    const range = ranges[i]
    return range === undefined ? wanted : wanted - bounded.above(range, ranges)
  })
  if (left.some((wanted) => wanted <= 0)) return null
  const found = coarseCrossings(candidates, left)
  const inside = found.every((each, i) => {
    const range = ranges[i] ?? { lowest: Infinity, highest: -Infinity }
    return each.every(({ bin }) => bin * levelsPerBin >= range.lowest && bin * levelsPerBin < range.highest)
  })
  return inside ? found : null
}

/** Levels, both ends included; empty where lowest > highest. */
export interface LevelRange {
  readonly lowest: number
  readonly highest: number
}

/** Where a boundary lies over all draws. */
function levelRange(crossings: readonly Crossing[]): LevelRange {
  const real = crossings.map(({ bin }) => bin).filter((bin) => bin >= 0 && bin < bins)
  return {
    lowest: Math.min(...real) * levelsPerBin,
    highest: (Math.max(...real) + 1) * levelsPerBin - 1,
  }
}

/** Per boundary the crossing of each draw. */
function coarseCrossings(block: DrawBlock, places: readonly number[]): Crossing[][] {
  const draws = block.to - block.from
  const counts = new Uint32Array(draws * bins)
  eachChunk(block, (levels, draw) => {
    const start = draw * bins
    for (let i = 0; i < levels.length; i++) {
      const bin = start + ((levels[i] ?? 0) >>> binBits)
      counts[bin] = (counts[bin] ?? 0) + 1
    }
  })
  return places.map((wanted) =>
    Array.from({ length: draws }, (_, draw) => crossingBin(counts.subarray(draw * bins, (draw + 1) * bins), wanted)),
  )
}

function fineCuts(block: DrawBlock, crossings: readonly (readonly Crossing[])[]): BoundaryCuts[] {
  const draws = block.to - block.from
  const counts = crossings.map(() => new Uint32Array(draws * levelsPerBin))
  eachChunk(block, (levels, draw) => {
    for (const [boundary, each] of crossings.entries()) {
      const { bin } = each[draw] ?? { bin: -1 }
      const fine = counts[boundary]
      if (fine === undefined || bin < 0 || bin >= bins) continue
      const start = bin * levelsPerBin
      const offset = draw * levelsPerBin - start
      const end = start + levelsPerBin
      for (let i = 0; i < levels.length; i++) {
        const level = levels[i] ?? 0
        if (level >= start && level < end) fine[offset + level] = (fine[offset + level] ?? 0) + 1
      }
    }
  })
  return crossings.map((each, boundary) => cutsOf(each, counts[boundary] ?? new Uint32Array()))
}

function cutsOf(crossings: readonly Crossing[], counts: Uint32Array): BoundaryCuts {
  const levels = new Int32Array(crossings.length)
  const tied = new Uint32Array(crossings.length)
  crossings.forEach(({ bin, left }, draw) => {
    if (bin < 0) levels[draw] = -1
    else if (bin === Infinity) levels[draw] = highestLevel
    else {
      const fine = crossingBin(counts.subarray(draw * levelsPerBin, (draw + 1) * levelsPerBin), left)
      levels[draw] = bin * levelsPerBin + fine.bin
      tied[draw] = fine.left
    }
  })
  return { levels, tied }
}

/**
 * Scores the accounts chunk by chunk, each chunk by every draw.
 *
 * @param block draws and accounts
 * @param visit gets the levels of a chunk, the draw (0 = the first of the block) and the chunk's first place in positions
 * @example
 * eachChunk({ scorer: { load: () => {}, levels: () => Int32Array.of(1) }, from: 0, to: 1, positions: Uint32Array.of(0) }, () => {}) // undefined
 */
export function eachChunk(
  { scorer, from, to, positions }: DrawBlock,
  visit: (levels: Int32Array, draw: number, first: number) => void,
): void {
  for (let first = 0; first < positions.length; first += chunkAccounts) {
    scorer.load(positions, { from: first, to: Math.min(positions.length, first + chunkAccounts) })
    for (let draw = from; draw < to; draw++) visit(scorer.levels(draw), draw - from, first)
  }
}
