import type { NearestRows } from './nearest-rows.ts'

/** Who is a neighbour of whom, and how much, 0..1; every pair once in each direction. */
export interface WeightedEdges {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly weights: Float64Array
}

const searchSteps = 64

/**
 * Neighbourhoods on each row's own scale: the nearest neighbour weighs 1 and the weights of all add up to log₂ of their
 * number, so that sparse and dense places count alike. Joined over both directions as a + b − ab.
 *
 * @param near nearest rows of every row among themselves, the row itself included
 * @param count neighbours per row, the row itself included
 * Source: McInnes, Healy and Melville 2018, section 3.1.
 * @example
 * fuzzyNeighbours({ rows: Int32Array.of(0, 1, 1, 0), distances: Float64Array.of(0, 3, 0, 3) }, 2).weights // Float64Array.of(1, 1)
 */
export function fuzzyNeighbours(near: NearestRows, count: number): WeightedEdges {
  const rows = near.rows.length / count
  const weights = new Map<number, number>()
  for (let row = 0; row < rows; row++) {
    const distances = near.distances.subarray(row * count, (row + 1) * count)
    const nearest = distances.find((distance) => distance > 0) ?? 0
    const scale = scaleOf(distances, { nearest, target: Math.log2(count) })
    for (let i = 0; i < count; i++) {
      const other = near.rows[row * count + i] ?? 0
      if (other !== row) weights.set(row * rows + other, Math.exp(-Math.max(0, (distances[i] ?? 0) - nearest) / scale))
    }
  }
  const edges = new Map(weights)
  for (const [key, weight] of weights) {
    const [row, other] = [Math.floor(key / rows), key % rows]
    const back = weights.get(other * rows + row) ?? 0
    const joined = weight + back - weight * back
    edges.set(key, joined)
    edges.set(other * rows + row, joined)
  }
  const kept = [...edges].filter(([, weight]) => weight > 1e-6)
  return {
    from: Int32Array.from(kept, ([key]) => Math.floor(key / rows)),
    to: Int32Array.from(kept, ([key]) => key % rows),
    weights: Float64Array.from(kept, ([, weight]) => weight),
  }
}

/** The scale on which the weights add up to the target, by halving. */
function scaleOf(
  distances: Float64Array,
  { nearest, target }: { readonly nearest: number; readonly target: number },
): number {
  let [low, high, middle] = [0, Infinity, 1]
  for (let step = 0; step < searchSteps; step++) {
    let sum = 0
    for (let i = 1; i < distances.length; i++) sum += Math.exp(-Math.max(0, (distances[i] ?? 0) - nearest) / middle)
    if (Math.abs(sum - target) < 1e-5) break
    if (sum > target) high = middle
    else low = middle
    middle = high === Infinity ? middle * 2 : (low + high) / 2
  }
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / distances.length
  return Math.max(middle, 1e-3 * mean, 1e-12)
}
