import { requireInteger } from '../arguments/require-integer.ts'
import { seededRandom } from '../simulation/seeded-random.ts'
import { requireLabels } from './points.ts'

export interface BootstrapJaccard {
  /** Clusters a selection of rows anew; the labels are in the order of the rows asked for. */
  readonly recluster: (rows: Uint32Array, seed: number) => ArrayLike<number>
  readonly replicates: number
  readonly seed: number
}

/**
 * How surely each cluster comes out again when rows are drawn anew: for every draw with replacement the distinct rows are
 * clustered, and each cluster is compared with the most like of the new ones by Jaccard's index (rows in both over rows in
 * either); the mean over draws. About 0.75 and more is a stable cluster, 0.6 to 0.75 a pattern whose members are doubtful,
 * below 0.5 no more than noise.
 *
 * @param labels the cluster of each row, from 0
 * @param options how rows are clustered anew, how often, and the seed of the draws
 * @returns one figure per cluster, 0..1; NaN for a cluster that was never drawn
 * @throws RangeError when labels, seed or replicates cannot be
 * Source: Hennig 2007, "Cluster-wise assessment of cluster stability".
 * @example
 * bootstrapJaccard([0, 0, 1, 1], { recluster: (rows) => rows.map((row) => (row < 2 ? 0 : 1)), replicates: 20, seed: 1 }) // Float64Array.of(1, 1)
 */
export function bootstrapJaccard(labels: ArrayLike<number>, options: BootstrapJaccard): Float64Array {
  const { recluster, replicates, seed } = options
  const rows = labels.length
  const k = requireLabels(labels, rows)
  requireInteger('replicates', replicates)
  const random = seededRandom(seed)
  const sums = new Float64Array(k)
  const counts = new Float64Array(k)
  for (let replicate = 0; replicate < replicates; replicate++) {
    const isDrawn = new Uint8Array(rows)
    for (let i = 0; i < rows; i++) isDrawn[Math.floor(random() * rows)] = 1
    const drawn = Uint32Array.from(rowsMarked(isDrawn))
    const likeness = bestJaccards(
      drawn.map((row) => labels[row] ?? 0),
      { anew: recluster(drawn, seed + replicate + 1), k },
    )
    likeness.forEach((value, cluster) => {
      if (Number.isNaN(value)) return
      sums[cluster] = (sums[cluster] ?? 0) + value
      counts[cluster] = (counts[cluster] ?? 0) + 1
    })
  }
  return sums.map((sum, cluster) => sum / (counts[cluster] ?? 0))
}

function* rowsMarked(marks: Uint8Array): Generator<number> {
  for (let i = 0; i < marks.length; i++) if (marks[i] === 1) yield i
}

/** Jaccard's index of each cluster with the most like of the new ones. */
function bestJaccards(
  before: Uint32Array,
  { anew, k }: { readonly anew: ArrayLike<number>; readonly k: number },
): Float64Array {
  const count = requireLabels(anew, before.length)
  const both = new Float64Array(k * count)
  const [sizes, others] = [new Float64Array(k), new Float64Array(count)]
  before.forEach((label, i) => {
    const other = anew[i] ?? 0
    both[label * count + other] = (both[label * count + other] ?? 0) + 1
    sizes[label] = (sizes[label] ?? 0) + 1
    others[other] = (others[other] ?? 0) + 1
  })
  return sizes.map((size, label) => {
    if (size === 0) return Number.NaN
    let best = 0
    others.forEach((otherSize, other) => {
      const shared = both[label * count + other] ?? 0
      best = Math.max(best, shared / (size + otherSize - shared))
    })
    return best
  })
}
