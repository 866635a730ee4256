/** What the search ended with. */
export interface SimplexMinimum {
  readonly point: Float64Array
  readonly value: number
}

/**
 * Minimum of a function of a few numbers without derivatives; points where it is not finite are stepped away from.
 *
 * @param objective value at a point
 * @param search `start`, and how far to step from it in each direction at first; `mostSteps` 400 where absent
 * @throws RangeError when the function is not finite at the start
 * Source: Nelder and Mead 1965, "A simplex method for function minimization".
 * @example
 * nelderMead((p) => (p[0] - 3) ** 2 + p[1] ** 2, { start: [0, 1], steps: [1, 1] }).point[0].toFixed(3) // '3.000'
 * nelderMead(() => NaN, { start: [0], steps: [1] }) // throws RangeError
 */
export function nelderMead(
  objective: (point: Float64Array) => number,
  search: {
    readonly start: ArrayLike<number>
    readonly steps: ArrayLike<number>
    readonly mostSteps?: number
    readonly tolerance?: number
  },
): SimplexMinimum {
  const { start, steps, mostSteps = 400, tolerance = 1e-8 } = search
  const size = start.length
  const value = (point: Float64Array): number => {
    const found = objective(point)
    return Number.isFinite(found) ? found : Number.POSITIVE_INFINITY
  }
  const corner = (point: Float64Array): SimplexMinimum => ({ point, value: value(point) })
  const simplex = [corner(Float64Array.from(start))]
  if (simplex[0]?.value === Number.POSITIVE_INFINITY) throw new RangeError('the objective must be finite at start')
  for (let i = 0; i < size; i++) {
    const point = Float64Array.from(start)
    point[i] = (point[i] ?? 0) + (steps[i] ?? 0)
    simplex.push(corner(point))
  }
  for (let step = 0; step < mostSteps; step++) {
    simplex.sort((one, other) => one.value - other.value)
    const [best, second, worst] = [simplex[0], simplex[size - 1], simplex[size]]
    if (best === undefined || second === undefined || worst === undefined) break
    if (worst.value - best.value <= tolerance * (Math.abs(best.value) + tolerance)) break
    const centre = new Float64Array(size)
    for (const { point } of simplex.slice(0, size)) point.forEach((x, i) => (centre[i] = (centre[i] ?? 0) + x / size))
    const along = (factor: number): SimplexMinimum =>
      corner(centre.map((x, i) => x + factor * ((worst.point[i] ?? 0) - x)))
    const reflected = along(-1)
    if (reflected.value < best.value) {
      const expanded = along(-2)
      simplex[size] = expanded.value < reflected.value ? expanded : reflected
    } else if (reflected.value < second.value) simplex[size] = reflected
    else {
      const contracted = along(reflected.value < worst.value ? -0.5 : 0.5)
      if (contracted.value < Math.min(worst.value, reflected.value)) simplex[size] = contracted
      else
        simplex.forEach(({ point }, i) => {
          simplex[i] = corner(best.point.map((x, j) => x + 0.5 * ((point[j] ?? 0) - x)))
        })
    }
  }
  simplex.sort((one, other) => one.value - other.value)
  return simplex[0] ?? { point: Float64Array.from(start), value: Number.POSITIVE_INFINITY }
}
