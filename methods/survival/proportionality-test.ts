import { requireSameLength } from '../arguments/require-same-length.ts'
import { inversePositiveDefinite } from '../optimization/inverse-positive-definite.ts'
import { solvePositiveDefinite } from '../optimization/solve-positive-definite.ts'
import { requireColumns } from '../regression/require-columns.ts'
import { chiSquaredUpper } from '../special-functions/chi-squared-upper.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import { forEachEventTime, riskOrder } from './risk-sets.ts'
import { requireSurvivalData, type SurvivalData } from './survival-data.ts'

export interface ProportionalityTest {
  readonly statistic: number
  readonly degrees: number
  /** Small where the hazard ratios change with time. */
  readonly pValue: number
}

export interface TestedCox {
  /** Of the fitted model, one per column. */
  readonly coefficients: Float64Array
  /** Number of columns of each term, in the order of the columns: a category of four values has three. */
  readonly terms: readonly number[]
  /** As the model was fitted. */
  readonly strata?: Uint32Array
}

/**
 * Tests whether the hazard ratios of a Cox model stay the same over time: the score test of adding x · g(t) for each
 * column x, one test per term, with g(t) = 1 − S(t−), S the Kaplan–Meier curve of everybody.
 *
 * With U = Σ g (x − x̄) and the informations I_θθ = Σ g² V, I_βθ = Σ g V, I_ββ = Σ V over the events, the test of a term is
 * Uᵀ C⁻¹ U on its columns, C their part of I_θθ − I_θβ I_ββ⁻¹ I_βθ.
 *
 * @param data durations and events
 * @param columns covariates as the model was fitted to them
 * @param model coefficients, and how the columns make terms
 * @returns one test per term; statistic 0 and p 1 where the information says nothing about it
 * @throws RangeError as {@link requireSurvivalData}, or naming columns, coefficients or terms that do not fit each other
 * Source: Grambsch and Therneau 1994, "Proportional hazards tests and diagnostics based on weighted residuals".
 * @example
 * proportionalityTest({ durations: Float64Array.of(1, 2), events: Uint8Array.of(1, 0) }, [Float64Array.of(0, 0)], { coefficients: Float64Array.of(0), terms: [1] })[0].pValue // 1
 * proportionalityTest({ durations: Float64Array.of(1), events: Uint8Array.of(1) }, [], { coefficients: Float64Array.of(), terms: [1] }) // throws RangeError
 */
export function proportionalityTest(
  data: SurvivalData,
  columns: readonly Float64Array[],
  { coefficients, terms, strata }: TestedCox,
): ProportionalityTest[] {
  requireSurvivalData(data)
  requireColumns(columns, data.durations.length)
  const size = columns.length
  requireSameLength('coefficients', { expected: size, actual: coefficients.length })
  requireSameLength('terms', { expected: size, actual: terms.reduce((sum, count) => sum + count, 0) })
  const { slope, changes } = changingParts(data, columns, { coefficients, strata })
  let next = 0
  return terms.map((degrees) => {
    const own = Array.from({ length: degrees }, (_, at) => next + at)
    next += degrees
    const values = Float64Array.from(own.flatMap((j) => own.map((k) => changes?.[j * size + k] ?? 0)))
    const right = Float64Array.from(own, (j) => slope[j] ?? 0)
    const solution = solvePositiveDefinite({ size: degrees, values }, right)
    if (solution === null) return { statistic: 0, degrees, pValue: 1 }
    const statistic = solution.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0)
    return { statistic, degrees, pValue: chiSquaredUpper(Math.max(0, statistic), degrees) }
  })
}

/** U, and the covariance of U; null where the coefficients are not identified. */
function changingParts(
  data: SurvivalData,
  columns: readonly Float64Array[],
  { coefficients, strata }: { readonly coefficients: Float64Array; readonly strata: Uint32Array | undefined },
): { readonly slope: Float64Array; readonly changes: Float64Array | null } {
  const size = columns.length
  const curve = kaplanMeier(data)
  const goneBefore = new Map(
    Array.from(curve.times, (time, at) => [time, 1 - (at === 0 ? 1 : (curve.survival[at - 1] ?? 1))]),
  )
  const slope = new Float64Array(size)
  const plain = new Float64Array(size * size)
  const once = new Float64Array(size * size)
  const twice = new Float64Array(size * size)
  forEachEventTime(riskOrder(data, columns, strata), coefficients, ({ time, excess, covariance }) => {
    const g = goneBefore.get(time) ?? 0
    for (let j = 0; j < size; j++) slope[j] = (slope[j] ?? 0) + g * (excess[j] ?? 0)
    covariance.forEach((value, at) => {
      plain[at] = (plain[at] ?? 0) + value
      once[at] = (once[at] ?? 0) + g * value
      twice[at] = (twice[at] ?? 0) + g * g * value
    })
  })
  const inverse = inversePositiveDefinite({ size, values: plain })
  if (inverse === null) return { slope, changes: null }
  const changes = twice.map((value, at) => {
    const [j, k] = [Math.floor(at / size), at % size]
    let known = 0
    for (let l = 0; l < size; l++)
      for (let m = 0; m < size; m++)
        known += (once[j * size + l] ?? 0) * (inverse.values[l * size + m] ?? 0) * (once[m * size + k] ?? 0)
    return value - known
  })
  return { slope, changes }
}
