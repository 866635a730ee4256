import type { RandomSource } from '../simulation/seeded-random.ts'
import type { Points } from './points.ts'

/**
 * Centres to begin k-means with: greedy k-means++. The first is a row drawn evenly; each further one is the best of
 * 2 + ⌊ln k⌋ rows drawn with a chance proportional to the squared distance to the centres so far.
 *
 * @param points at least one row
 * @param options `k`: centres wanted; `random`: where chance comes from
 * @returns the centres, row after row
 * @throws RangeError when the rows are fewer distinct ones than centres
 * Source: Arthur and Vassilvitskii 2007, "k-means++: the advantages of careful seeding".
 * @example
 * kMeansStart(pointsFrom([[5, 5]]), { k: 1, random: seededRandom(1) }) // Float64Array.of(5)
 * kMeansStart(pointsFrom([[5, 5]]), { k: 2, random: seededRandom(1) }) // throws RangeError
 */
export function kMeansStart(
  points: Points,
  { k, random }: { readonly k: number; readonly random: RandomSource },
): Float64Array {
  const { rows, width, values } = points
  const centres = new Float64Array(k * width)
  let nearest: Float64Array = new Float64Array(rows).fill(Infinity)
  const candidates = 2 + Math.floor(Math.log(k))
  for (let centre = 0; centre < k; centre++) {
    const total = centre === 0 ? 0 : nearest.reduce((sum, value) => sum + value, 0)
    if (centre > 0 && !(total > 0)) {
      throw new RangeError(`k must be at most the number of distinct rows, ${centre}, got ${k}`)
    }
    let best: { row: number; nearest: Float64Array; sum: number } | undefined
    for (let attempt = 0; attempt < (centre === 0 ? 1 : candidates); attempt++) {
      const row = centre === 0 ? Math.floor(random() * rows) : drawnRow(nearest, random() * total)
      const found = nearestWith(points, { row, nearest })
      if (best === undefined || found.sum < best.sum) best = { row, ...found }
    }
    if (best === undefined) break
    nearest = best.nearest
    centres.set(values.subarray(best.row * width, (best.row + 1) * width), centre * width)
  }
  return centres
}

function drawnRow(weights: Float64Array, mark: number): number {
  let sum = 0
  let last = 0
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0
    if (weight === 0) continue
    sum += weight
    last = i
    if (sum >= mark) return i
  }
  return last
}

/** Squared distances to the nearest centre if this row were one too. */
function nearestWith(
  { rows, width, values }: Points,
  { row, nearest }: { readonly row: number; readonly nearest: Float64Array },
): { nearest: Float64Array; sum: number } {
  const found = new Float64Array(rows)
  const from = row * width
  let sum = 0
  for (let i = 0; i < rows; i++) {
    let squared = 0
    for (let j = 0; j < width; j++) {
      const difference = (values[i * width + j] ?? 0) - (values[from + j] ?? 0)
      squared += difference * difference
    }
    const least = Math.min(squared, nearest[i] ?? Infinity)
    found[i] = least
    sum += least
  }
  return { nearest: found, sum }
}
