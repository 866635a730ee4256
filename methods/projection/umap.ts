import { type Points, pointsAt } from '../clustering/points.ts'
import { sampleRows } from '../clustering/sample-rows.ts'
import { type RandomSource, seededRandom } from '../simulation/seeded-random.ts'
import { fuzzyNeighbours, type WeightedEdges } from './fuzzy-neighbours.ts'
import { nearestRows } from './nearest-rows.ts'
import { principalComponents } from './principal-components.ts'

export interface UmapOptions {
  readonly seed: number
  /** Neighbours whose distances are kept; 15 where absent. Fewer show detail, more the whole. */
  readonly neighbours?: number
  /** Rows laid out by themselves; the others are placed among them. 20,000 where absent. */
  readonly landmarks?: number
  /** Passes over the edges; 500 for up to 2,000 rows and 200 for more where absent. */
  readonly epochs?: number
}

/** Curve 1 / (1 + a · d^2b) that is near 1 up to 0.1 and falls as e^−(d − 0.1) beyond: the usual least distance of 0.1. */
const curve = { a: 1.576943460405378, b: 0.8950608781227859 }
const pushesPerPull = 5
const placedBy = 5

/**
 * UMAP: a plane on which rows lie near those they are near in all features. Begun at the first two principal components;
 * the same seed gives the same picture. Distances between groups mean little; who is with whom is what it shows.
 *
 * @param points finite, at least one row
 * @param options the seed and how much is looked at
 * @returns x and y of each row, one row after another
 * Source: McInnes, Healy and Melville 2018, "UMAP: uniform manifold approximation and projection for dimension reduction".
 * @example
 * umap(pointsFrom([[0, 1, 2, 90, 91, 92]]), { seed: 1, neighbours: 2 }).length // 12
 * umap(pointsFrom([[5], [7]]), { seed: 1 }) // Float64Array.of(0, 0)
 */
export function umap(points: Points, options: UmapOptions): Float64Array {
  const { seed, neighbours = 15, landmarks = 20_000 } = options
  if (points.rows < 3) return Float64Array.from({ length: points.rows * 2 }, (_, at) => (at % 2 === 0 ? at / 2 : 0))
  const chosen = sampleRows(points.rows, { size: landmarks, seed })
  const isWhole = chosen.length === points.rows
  const seen = isWhole ? points : pointsAt(points, chosen)
  const count = Math.min(neighbours + 1, seen.rows)
  const edges = fuzzyNeighbours(nearestRows(seen, { queries: seen, count }), count)
  const epochs = options.epochs ?? (seen.rows <= 2_000 ? 500 : 200)
  const layout = optimized(firstLayout(seen, seed), { edges, epochs, seed })
  return isWhole ? layout : placed(points, { seen, layout })
}

/** The first two principal components, at most 10 wide, with a trace of noise so that equal rows can part. */
function firstLayout(points: Points, seed: number): Float64Array {
  const components = Math.min(2, points.width)
  const { scores } = principalComponents(points, components)
  const widest = scores.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1
  const random = seededRandom(seed)
  return Float64Array.from({ length: points.rows * 2 }, (_, at) => {
    const [row, axis] = [at >> 1, at & 1]
    const score = axis < components ? (scores[row * components + axis] ?? 0) : 0
    return (score / widest) * 10 + (random() - 0.5) * 2e-3
  })
}

interface Optimize {
  readonly edges: WeightedEdges
  readonly epochs: number
  readonly seed: number
}

/** Pulls neighbours together and pushes random rows apart; edges take turns as often as they are heavy. */
function optimized(layout: Float64Array, { edges, epochs, seed }: Optimize): Float64Array {
  const { from, to, weights } = edges
  const random = seededRandom(seed + 1)
  const heaviest = weights.reduce((most, weight) => Math.max(most, weight), 0) || 1
  const due = weights.map((weight) => heaviest / weight)
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const step = 1 - (epoch - 1) / epochs
    for (let edge = 0; edge < from.length; edge++) {
      if ((due[edge] ?? 0) > epoch) continue
      due[edge] = (due[edge] ?? 0) + heaviest / (weights[edge] ?? 1)
      const [one, other] = [(from[edge] ?? 0) * 2, (to[edge] ?? 0) * 2]
      pull(layout, { one, other, step })
      pushStrangers(layout, { one, step, random })
    }
  }
  return layout
}

interface Pair {
  readonly one: number
  readonly other: number
  readonly step: number
}

function pull(layout: Float64Array, { one, other, step }: Pair): void {
  const squared = apart(layout, one, other)
  if (squared === 0) return
  const power = squared ** (curve.b - 1)
  const force = (-2 * curve.a * curve.b * power) / (1 + curve.a * power * squared)
  for (let axis = 0; axis < 2; axis++) {
    const move = step * limited(force * ((layout[one + axis] ?? 0) - (layout[other + axis] ?? 0)))
    layout[one + axis] = (layout[one + axis] ?? 0) + move
    layout[other + axis] = (layout[other + axis] ?? 0) - move
  }
}

/** Pushes a row away from a few that are drawn. */
function pushStrangers(
  layout: Float64Array,
  { one, step, random }: { readonly one: number; readonly step: number; readonly random: RandomSource },
): void {
  for (let push = 0; push < pushesPerPull; push++) {
    const other = Math.floor((random() * layout.length) / 2) * 2
    if (other !== one) pushAway(layout, { one, other, step })
  }
}

function pushAway(layout: Float64Array, { one, other, step }: Pair): void {
  const squared = apart(layout, one, other)
  const force = (2 * curve.b) / ((0.001 + squared) * (1 + curve.a * squared ** curve.b))
  for (let axis = 0; axis < 2; axis++) {
    const difference = (layout[one + axis] ?? 0) - (layout[other + axis] ?? 0)
    const move = force > 0 && squared > 0 ? limited(force * difference) : 4
    layout[one + axis] = (layout[one + axis] ?? 0) + step * move
  }
}

function apart(layout: Float64Array, ...[one, other]: readonly [number, number]): number {
  return ((layout[one] ?? 0) - (layout[other] ?? 0)) ** 2 + ((layout[one + 1] ?? 0) - (layout[other + 1] ?? 0)) ** 2
}

function limited(move: number): number {
  return Math.max(-4, Math.min(4, move))
}

/** Puts rows between the landmarks nearest to them, the nearer the heavier. */
function placed(
  points: Points,
  { seen, layout }: { readonly seen: Points; readonly layout: Float64Array },
): Float64Array {
  const count = Math.min(placedBy, seen.rows)
  const near = nearestRows(seen, { queries: points, count })
  const found = new Float64Array(points.rows * 2)
  for (let i = 0; i < points.rows; i++) {
    let [total, x, y] = [0, 0, 0]
    for (let at = i * count; at < (i + 1) * count; at++) {
      const weight = 1 / ((near.distances[at] ?? 0) + 1e-9)
      const landmark = (near.rows[at] ?? 0) * 2
      total += weight
      x += weight * (layout[landmark] ?? 0)
      y += weight * (layout[landmark + 1] ?? 0)
    }
    found[i * 2] = x / total
    found[i * 2 + 1] = y / total
  }
  return found
}
