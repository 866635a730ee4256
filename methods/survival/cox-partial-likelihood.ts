import type { SquareMatrix } from '../optimization/cholesky-factor.ts'
import type { SurvivalData } from './survival-data.ts'

/** The partial log-likelihood at some coefficients, with its slope and its curvature. */
export interface PartialLikelihood {
  readonly value: number
  readonly gradient: Float64Array
  /** Negative second derivatives. */
  readonly information: SquareMatrix
}

/** Subjects from the longest duration to the shortest, with their covariates by rows. */
export interface RiskOrder {
  readonly durations: Float64Array
  readonly events: Uint8Array
  /** Covariate j of the subject at place i stands at i · size + j. */
  readonly rows: Float64Array
  readonly size: number
}

/**
 * Puts subjects in the order in which they come to be at risk, looking back in time.
 *
 * @param data durations and events
 * @param columns covariates, one column each
 * @example
 * [...riskOrder({ durations: Float64Array.of(1, 3), events: Uint8Array.of(1, 0) }, [Float64Array.of(7, 8)]).rows] // [8, 7]
 */
export function riskOrder({ durations, events }: SurvivalData, columns: readonly Float64Array[]): RiskOrder {
  const size = columns.length
  const order = Uint32Array.from(durations.keys()).sort((a, b) => (durations[b] ?? 0) - (durations[a] ?? 0))
  const rows = new Float64Array(order.length * size)
  order.forEach((row, at) => columns.forEach((column, j) => (rows[at * size + j] = column[row] ?? 0)))
  return {
    durations: Float64Array.from(order, (row) => durations[row] ?? 0),
    events: Uint8Array.from(order, (row) => events[row] ?? 0),
    rows,
    size,
  }
}

/** Sums of e^η, x e^η and x xᵀ e^η over a set of subjects. */
interface Sums {
  weight: number
  readonly first: Float64Array
  readonly second: Float64Array
}

/**
 * Partial log-likelihood of Cox's model with Efron's treatment of ties.
 *
 * Of d events at one time, the l-th (l = 0 … d − 1) is drawn from the risk set less l/d of the weight of those events.
 *
 * @param order from {@link riskOrder}
 * @param coefficients one per covariate
 * Source: Cox 1972, "Regression models and life-tables"; Efron 1977, "The efficiency of Cox's likelihood function".
 * @example
 * coxPartialLikelihood(riskOrder({ durations: Float64Array.of(1, 2), events: Uint8Array.of(1, 0) }, [Float64Array.of(0, 1)]), Float64Array.of(0)).value // -Math.LN2
 */
export function coxPartialLikelihood(order: RiskOrder, coefficients: Float64Array): PartialLikelihood {
  const { durations, events, rows, size } = order
  const gradient = new Float64Array(size)
  const information = { size, values: new Float64Array(size * size) }
  const atRisk = emptySums(size)
  const dead = emptySums(size)
  let deaths = 0
  let value = 0
  for (let at = 0; at < durations.length; at++) {
    let score = 0
    for (let j = 0; j < size; j++) score += (rows[at * size + j] ?? 0) * (coefficients[j] ?? 0)
    addSubject(atRisk, order, { at, weight: Math.exp(score) })
    if (events[at] === 1) {
      addSubject(dead, order, { at, weight: Math.exp(score) })
      deaths++
      value += score
      for (let j = 0; j < size; j++) gradient[j] = (gradient[j] ?? 0) + (rows[at * size + j] ?? 0)
    }
    if (deaths === 0 || durations[at + 1] === durations[at]) continue
    for (let l = 0; l < deaths; l++) value -= drawFrom(atRisk, dead, { part: l / deaths, gradient, information })
    clearSums(dead)
    deaths = 0
  }
  return { value, gradient, information }
}

/** One draw from the risk set; gives the logarithm of its weight. */
function drawFrom(
  atRisk: Sums,
  dead: Sums,
  { part, gradient, information }: { part: number; gradient: Float64Array; information: SquareMatrix },
): number {
  const { size, values } = information
  const weight = atRisk.weight - part * dead.weight
  const meanOf = (j: number): number => ((atRisk.first[j] ?? 0) - part * (dead.first[j] ?? 0)) / weight
  for (let j = 0; j < size; j++) {
    const mean = meanOf(j)
    gradient[j] = (gradient[j] ?? 0) - mean
    for (let k = 0; k < size; k++) {
      const at = j * size + k
      const square = ((atRisk.second[at] ?? 0) - part * (dead.second[at] ?? 0)) / weight
      values[at] = (values[at] ?? 0) + square - mean * meanOf(k)
    }
  }
  return Math.log(weight)
}

function emptySums(size: number): Sums {
  return { weight: 0, first: new Float64Array(size), second: new Float64Array(size * size) }
}

function clearSums(sums: Sums): void {
  sums.weight = 0
  sums.first.fill(0)
  sums.second.fill(0)
}

function addSubject(sums: Sums, { rows, size }: RiskOrder, { at, weight }: { at: number; weight: number }): void {
  sums.weight += weight
  for (let j = 0; j < size; j++) {
    const weighted = weight * (rows[at * size + j] ?? 0)
    sums.first[j] = (sums.first[j] ?? 0) + weighted
    for (let k = 0; k < size; k++) {
      const place = j * size + k
      sums.second[place] = (sums.second[place] ?? 0) + weighted * (rows[at * size + k] ?? 0)
    }
  }
}
