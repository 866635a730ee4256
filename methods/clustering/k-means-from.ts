import { type Points } from './points.ts'

/** A partition by the nearest of k centres. */
export interface KMeans {
  /** The cluster of each row, from 0. */
  readonly labels: Int32Array
  /** Row after row. */
  readonly centres: Float64Array
  /** Sum of the squared distances to the own centre. */
  readonly inertia: number
  readonly iterations: number
  readonly converged: boolean
}

export interface KMeansFrom {
  /** Where the centres begin, row after row. */
  readonly centres: ArrayLike<number>
  /** Squared movement of all centres, as a share of the mean variance of the features, that counts as standing still. */
  readonly tolerance?: number
  readonly mostIterations?: number
}

/**
 * Lloyd's k-means from given centres, with Hamerly's bounds: the same steps, but the distance of a point is only worked out
 * where it could have come nearer to another centre. A centre that loses all its points goes to the point farthest from its
 * own centre.
 *
 * @param points the rows
 * @param options `tolerance` 0 (the default) goes on until no point changes; `mostIterations` 300
 * @throws RangeError when there are no centres, or more than rows
 * Source: Hamerly 2010, "Making k-means even faster".
 * @example
 * [...kMeansFrom(pointsFrom([[0, 1, 10, 11]]), { centres: [0, 1] }).labels] // [0, 0, 1, 1]
 * kMeansFrom(pointsFrom([[0, 1, 10, 11]]), { centres: [0, 1] }).inertia // 1
 * kMeansFrom(pointsFrom([[0, 1]]), { centres: [] }) // throws RangeError
 */
export function kMeansFrom(points: Points, options: KMeansFrom): KMeans {
  const { rows, width } = points
  const { tolerance = 0, mostIterations = 300 } = options
  const centres = Float64Array.from(options.centres)
  const k = centres.length / width
  if (!(k >= 1 && k <= rows)) throw new RangeError(`centres must be 1 to ${rows} rows, got ${k}`)
  const still = tolerance === 0 ? 0 : tolerance * meanVariance(points)
  const state = firstState(points, centres)
  let iterations = 1
  let converged = false
  while (!converged && iterations < mostIterations) {
    const moves = moveCentres(points, state)
    const moved = moves.reduce((sum, move) => sum + move * move, 0)
    const changed = reassign(points, { state, moves })
    iterations++
    converged = moved === 0 || changed === 0 || moved <= still
  }
  moveCentres(points, state)
  return { labels: state.labels, centres, inertia: inertiaOf(points, state), iterations, converged }
}

interface State {
  readonly k: number
  readonly labels: Int32Array
  readonly centres: Float64Array
  readonly sums: Float64Array
  readonly sizes: Float64Array
  /** Distance to the own centre at most, and to any other at least. */
  readonly upper: Float64Array
  readonly lower: Float64Array
  /** What `settle` found last. */
  readonly found: { label: number; nearest: number; second: number }
}

function meanVariance({ rows, width, values }: Points): number {
  let total = 0
  for (let j = 0; j < width; j++) {
    let [mean, squares] = [0, 0]
    for (let i = 0; i < rows; i++) {
      const value = values[i * width + j] ?? 0
      const before = value - mean
      mean += before / (i + 1)
      squares += before * (value - mean)
    }
    total += squares / rows
  }
  return total / width
}

function firstState(points: Points, centres: Float64Array): State {
  const { rows, width, values } = points
  const k = centres.length / width
  const state: State = {
    k,
    labels: new Int32Array(rows),
    centres,
    sums: new Float64Array(centres.length),
    sizes: new Float64Array(k),
    upper: new Float64Array(rows),
    lower: new Float64Array(rows),
    found: { label: 0, nearest: 0, second: 0 },
  }
  const { labels, sums, sizes, upper, lower, found } = state
  for (let i = 0; i < rows; i++) {
    settle(points, { state, row: i })
    const { label } = found
    labels[i] = label
    upper[i] = found.nearest
    lower[i] = found.second
    sizes[label] = (sizes[label] ?? 0) + 1
    for (let j = 0; j < width; j++)
      sums[label * width + j] = (sums[label * width + j] ?? 0) + (values[i * width + j] ?? 0)
  }
  return state
}

/** The nearest centre of a row, with its distance and that of the second nearest. */
function settle({ width, values }: Points, { state, row }: { readonly state: State; readonly row: number }): void {
  const { k, centres, found } = state
  const from = row * width
  let [label, nearest, second] = [0, Infinity, Infinity]
  for (let centre = 0; centre < k; centre++) {
    const at = centre * width
    let squared = 0
    for (let j = 0; j < width; j++) {
      const difference = (values[from + j] ?? 0) - (centres[at + j] ?? 0)
      squared += difference * difference
    }
    if (squared < nearest) {
      second = nearest
      nearest = squared
      label = centre
    } else if (squared < second) second = squared
  }
  found.label = label
  found.nearest = Math.sqrt(nearest)
  found.second = Math.sqrt(second)
}

/** Brings the centres to the means of their points; how far each went. */
function moveCentres(points: Points, state: State): Float64Array {
  const { width } = points
  const { k, centres, sums, sizes } = state
  for (let centre = 0; centre < k; centre++) if ((sizes[centre] ?? 0) === 0) refill(points, { state, centre })
  const moves = new Float64Array(k)
  for (let centre = 0; centre < k; centre++) {
    let squared = 0
    for (let j = 0; j < width; j++) {
      const at = centre * width + j
      const mean = (sums[at] ?? 0) / (sizes[centre] ?? 1)
      squared += (mean - (centres[at] ?? 0)) ** 2
      centres[at] = mean
    }
    moves[centre] = Math.sqrt(squared)
  }
  return moves
}

/** Gives an empty cluster the point that lies farthest from its own centre. */
function refill(points: Points, { state, centre }: { readonly state: State; readonly centre: number }): void {
  const { labels, sizes, upper, lower } = state
  let row = -1
  for (let i = 0; i < points.rows; i++) {
    const isAlone = (sizes[labels[i] ?? 0] ?? 0) < 2
    if (!isAlone && (row < 0 || (upper[i] ?? 0) > (upper[row] ?? 0))) row = i
  }
  if (row < 0) return
  transfer(points, { state, row, label: centre })
  // Nothing is known of its distances any more.
  upper[row] = Infinity
  lower[row] = 0
}

/** Lets each point choose its centre again, where it may have changed; how many did. */
function reassign(points: Points, { state, moves }: { readonly state: State; readonly moves: Float64Array }): number {
  const { rows, width, values } = points
  const { k, centres, labels, upper, lower } = state
  const halves = halfGaps(width, state)
  const { largest, where, next } = largestMoves(moves)
  let changed = 0
  for (let i = 0; i < rows; i++) {
    const label = labels[i] ?? 0
    const above = (upper[i] ?? 0) + (moves[label] ?? 0)
    const below = (lower[i] ?? 0) - (label === where ? next : largest)
    upper[i] = above
    lower[i] = below
    if (above <= Math.max(halves[label] ?? 0, below)) continue
    const from = i * width
    let nearest = Infinity
    let second = Infinity
    let found = 0
    // The same search as in `settle`, written out: this loop is where the time goes.
    for (let centre = 0, at = 0; centre < k; centre++) {
      let squared = 0
      for (let j = from; j < from + width; j++, at++) {
        const difference = (values[j] ?? 0) - (centres[at] ?? 0)
        squared += difference * difference
      }
      if (squared < nearest) {
        second = nearest
        nearest = squared
        found = centre
      } else if (squared < second) second = squared
    }
    upper[i] = Math.sqrt(nearest)
    lower[i] = Math.sqrt(second)
    if (found === label) continue
    transfer(points, { state, row: i, label: found })
    changed++
  }
  return changed
}

/** Takes a point from its cluster into another. */
function transfer(
  { width, values }: Points,
  { state, row, label }: { readonly state: State; readonly row: number; readonly label: number },
): void {
  const { labels, sums, sizes } = state
  const before = labels[row] ?? 0
  labels[row] = label
  sizes[before] = (sizes[before] ?? 0) - 1
  sizes[label] = (sizes[label] ?? 0) + 1
  for (let j = 0; j < width; j++) {
    const value = values[row * width + j] ?? 0
    sums[before * width + j] = (sums[before * width + j] ?? 0) - value
    sums[label * width + j] = (sums[label * width + j] ?? 0) + value
  }
}

/** Half the distance from each centre to the nearest other: no point within it can belong to another. */
function halfGaps(width: number, { k, centres }: State): Float64Array {
  const halves = new Float64Array(k).fill(Infinity)
  for (let one = 0; one < k; one++) {
    for (let other = 0; other < k; other++) {
      if (one === other) continue
      let squared = 0
      for (let j = 0; j < width; j++)
        squared += ((centres[one * width + j] ?? 0) - (centres[other * width + j] ?? 0)) ** 2
      halves[one] = Math.min(halves[one] ?? 0, Math.sqrt(squared) / 2)
    }
  }
  return halves
}

function largestMoves(moves: Float64Array): { largest: number; where: number; next: number } {
  let [largest, where, next] = [0, -1, 0]
  moves.forEach((move, centre) => {
    if (move > largest) {
      next = largest
      largest = move
      where = centre
    } else if (move > next) next = move
  })
  return { largest, where, next }
}

function inertiaOf({ rows, width, values }: Points, { labels, centres }: State): number {
  let total = 0
  for (let i = 0; i < rows; i++) {
    const at = (labels[i] ?? 0) * width
    for (let j = 0; j < width; j++) {
      const difference = (values[i * width + j] ?? 0) - (centres[at + j] ?? 0)
      total += difference * difference
    }
  }
  return total
}
