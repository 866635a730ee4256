/** Where a boundary between tiers lies in each draw. */
export interface BoundaryCuts {
  /** Levels above the cut are in. */
  readonly levels: Int32Array
  /** How many accounts exactly at the cut are in as well, the first of them in the order of ties. */
  readonly tied: Uint32Array
}

/** Histograms of levels in two steps: first the bin, then the level within the bin that holds the boundary. */
export const binBits = 13
export const levelsPerBin = 1 << binBits

/** A place in a histogram. */
export interface Crossing {
  /** The bin that holds the last place; −1 where there are fewer accounts than places, Infinity where there is no place. */
  readonly bin: number
  /** Places left for that bin when all bins above have theirs. */
  readonly left: number
}

/**
 * The bin of a histogram in which the last of so many places falls, counted from the highest bin.
 *
 * @param counts accounts per bin
 * @param places at least 0
 * @example
 * crossingBin([5, 3, 2], 4) // { bin: 1, left: 2 }
 * crossingBin([5, 3, 2], 99) // { bin: -1, left: 0 }
 * crossingBin([5, 3, 2], 0) // { bin: Infinity, left: 0 }
 */
export function crossingBin(counts: ArrayLike<number>, places: number): Crossing {
  if (places <= 0) return { bin: Infinity, left: 0 }
  let left = places
  for (let bin = counts.length - 1; bin >= 0; bin--) {
    const count = counts[bin] ?? 0
    if (count >= left) return { bin, left }
    left -= count
  }
  return { bin: -1, left: 0 }
}
