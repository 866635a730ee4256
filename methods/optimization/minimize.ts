/** Value of a function at a point; writes the derivatives into `gradient`. May give NaN or Infinity outside its domain. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number

/** Why the search ended: the gradient vanished, the value no longer fell, or the steps ran out. */
export type StopReason = 'gradientVanished' | 'valueSettled' | 'stepsExhausted'

export interface Minimum {
  readonly point: Float64Array
  readonly value: number
  readonly gradient: Float64Array
  readonly iterations: number
  readonly stopped: StopReason
}

export interface MinimizeOptions {
  /** Largest absolute derivative that counts as zero; 1e-9 where absent. */
  readonly gradientTolerance?: number
  /** 500 where absent. */
  readonly mostIterations?: number
  /** The search ends where ten iterations together lower the value by less; 0 where absent. */
  readonly leastFall?: number
}

/** Iterations over which a fall is judged: a single one may be short on the way to a long one. */
const fallWindow = 10

interface State {
  readonly point: Float64Array
  readonly value: number
  readonly gradient: Float64Array
}

/**
 * Minimum of a smooth function without bounds: BFGS with a backtracking line search.
 *
 * Deterministic. Points where the function is not finite are stepped back from, so a barrier needs no special care.
 *
 * @param objective value and gradient; scale it so that derivatives of order 1 are large
 * @param start where to begin; not changed
 * @throws RangeError when the function is not finite at the start
 * Source: Nocedal and Wright 2006, "Numerical optimization", algorithms 3.1 and 6.1.
 * @example
 * minimize((p, g) => { g[0] = 2 * (p[0] - 3); return (p[0] - 3) ** 2 }, [0]).point[0].toFixed(6) // '3.000000'
 * minimize(() => NaN, [0]) // throws RangeError
 */
export function minimize(objective: Objective, start: ArrayLike<number>, options: MinimizeOptions = {}): Minimum {
  const { gradientTolerance = 1e-9, mostIterations = 500, leastFall = 0 } = options
  let state = evaluate(objective, Float64Array.from(start))
  if (!Number.isFinite(state.value)) throw new RangeError(`the objective must be finite at start, got ${state.value}`)

  let inverse = identity(start.length, 1 / Math.max(1, largest(state.gradient)))
  let untouched = true
  let before = state.value
  for (let iterations = 0; iterations < mostIterations; iterations++) {
    if (largest(state.gradient) <= gradientTolerance) return { ...state, iterations, stopped: 'gradientVanished' }
    if (iterations > 0 && iterations % fallWindow === 0) {
      if (before - state.value < leastFall) return { ...state, iterations, stopped: 'valueSettled' }
      before = state.value
    }
    let next = lineSearch(objective, state, descent(inverse, state.gradient))
    if (next === null && !untouched) {
      // The curvature gathered so far misleads: begin again from steepest descent.
      inverse = identity(start.length, 1 / Math.max(1, largest(state.gradient)))
      untouched = true
      next = lineSearch(objective, state, descent(inverse, state.gradient))
    }
    if (next === null) return { ...state, iterations, stopped: 'valueSettled' }
    if (updateInverse(inverse, { before: state, after: next, first: untouched })) untouched = false
    state = next
  }
  return { ...state, iterations: mostIterations, stopped: 'stepsExhausted' }
}

function evaluate(objective: Objective, point: Float64Array): State {
  const gradient = new Float64Array(point.length)
  const value = objective(point, gradient)
  return { point, value: gradient.every(Number.isFinite) ? value : Number.NaN, gradient }
}

function descent(inverse: Float64Array, gradient: Float64Array): Float64Array {
  const size = gradient.length
  return gradient.map((_, i) => {
    let sum = 0
    for (let j = 0; j < size; j++) sum -= (inverse[i * size + j] ?? 0) * (gradient[j] ?? 0)
    return sum
  })
}

/** Armijo's rule with quadratic interpolation; then the step grows while the slope says that more is to be had. */
function lineSearch(objective: Objective, from: State, direction: Float64Array): State | null {
  const slope = dot(from.gradient, direction)
  if (!(slope < 0)) return null
  const longest = largest(direction)
  let step = longest > 5 ? 5 / longest : 1
  let best: State | null = null
  for (let turn = 0; turn < 40; turn++) {
    const next = evaluate(objective, moved(from.point, direction, step))
    const enough = next.value <= from.value + 1e-4 * step * slope && next.value < from.value
    if (!enough) {
      if (best !== null) return best
      const bend = 2 * (next.value - from.value - step * slope)
      const guess = bend > 0 && bend < Infinity ? (-slope * step * step) / bend : step / 4
      step = Math.min(step / 2, Math.max(step / 10, guess))
    } else {
      if (best !== null && next.value >= best.value) return best
      if (dot(next.gradient, direction) > 0.9 * slope || step * longest > 5) return next
      best = next
      step *= 3
    }
  }
  return best
}

function moved(point: Float64Array, direction: Float64Array, step: number): Float64Array {
  return point.map((value, i) => value + step * (direction[i] ?? 0))
}

/** The BFGS update of the inverse Hessian; false where the curvature along the step is not positive. */
function updateInverse(
  inverse: Float64Array,
  { before, after, first }: { before: State; after: State; first: boolean },
): boolean {
  const size = before.point.length
  const s = after.point.map((value, i) => value - (before.point[i] ?? 0))
  const y = after.gradient.map((value, i) => value - (before.gradient[i] ?? 0))
  const curvature = dot(s, y)
  if (!(curvature > 1e-14 * Math.sqrt(dot(s, s) * dot(y, y)))) return false
  if (first) inverse.set(identity(size, curvature / dot(y, y)))

  const hy = descent(inverse, y).map((value) => -value)
  const factor = (1 + dot(y, hy) / curvature) / curvature
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const at = i * size + j
      const cross = ((s[i] ?? 0) * (hy[j] ?? 0) + (hy[i] ?? 0) * (s[j] ?? 0)) / curvature
      inverse[at] = (inverse[at] ?? 0) + factor * (s[i] ?? 0) * (s[j] ?? 0) - cross
    }
  }
  return true
}

function identity(size: number, scale: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? scale : 0))
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

function largest(values: Float64Array): number {
  let most = 0
  for (const value of values) most = Math.max(most, Math.abs(value))
  return most
}
