import { requireSameLength } from '../arguments/require-same-length.ts'
import type { SurvivalData } from './survival-data.ts'

/** Subjects stratum by stratum, in each from the longest duration to the shortest, with their covariates by rows. */
export interface RiskOrder {
  readonly durations: Float64Array
  readonly events: Uint8Array
  /** Who is at risk with whom; all zeros where everybody is. */
  readonly strata: Uint32Array
  /** Covariate j of the subject at place i stands at i · size + j. */
  readonly rows: Float64Array
  readonly size: number
}

/**
 * Puts subjects in the order in which they come to be at risk, looking back in time.
 *
 * @param data durations and events
 * @param columns covariates, one column each
 * @param strata number of the stratum of each subject; one for all where absent
 * @throws RangeError when the strata are not as many as the subjects
 * @example
 * [...riskOrder({ durations: Float64Array.of(1, 3), events: Uint8Array.of(1, 0) }, [Float64Array.of(7, 8)]).rows] // [8, 7]
 * riskOrder({ durations: Float64Array.of(1), events: Uint8Array.of(1) }, [], Uint32Array.of()) // throws RangeError
 */
export function riskOrder(
  { durations, events }: SurvivalData,
  columns: readonly Float64Array[],
  strata: Uint32Array = new Uint32Array(durations.length),
): RiskOrder {
  requireSameLength('strata', { expected: durations.length, actual: strata.length })
  const size = columns.length
  const order = Uint32Array.from(durations.keys()).sort(
    (a, b) => (strata[a] ?? 0) - (strata[b] ?? 0) || (durations[b] ?? 0) - (durations[a] ?? 0),
  )
  const rows = new Float64Array(order.length * size)
  order.forEach((row, at) => columns.forEach((column, j) => (rows[at * size + j] = column[row] ?? 0)))
  return {
    durations: Float64Array.from(order, (row) => durations[row] ?? 0),
    events: Uint8Array.from(order, (row) => events[row] ?? 0),
    strata: Uint32Array.from(order, (row) => strata[row] ?? 0),
    rows,
    size,
  }
}

/** What happens at one time in one stratum. The arrays are used again for the next time: copy what is to stay. */
export interface EventTime {
  readonly time: number
  /** Σ η of those who had the event. */
  readonly score: number
  /** Σ x of those who had the event, less what their draws led to expect: the time's part of the slope. */
  readonly excess: Float64Array
  /** Σ of the covariances of x over the draws: the time's part of the information. */
  readonly covariance: Float64Array
  /** Σ of the logarithms of the weights drawn from. */
  readonly logWeight: number
}

/**
 * Visits every time at which events happen, stratum by stratum, the latest first.
 *
 * Subjects weigh e^η. Of d events at one time, the l-th (l = 0 … d − 1) is drawn from the risk set less l/d of the weight
 * of those events.
 *
 * @param order from {@link riskOrder}
 * @param coefficients one per covariate: η = β · x
 * @param visit called once per stratum and time
 * Source: Efron 1977, "The efficiency of Cox's likelihood function for censored data".
 * @example
 * forEachEventTime(riskOrder({ durations: Float64Array.of(1, 2), events: Uint8Array.of(1, 0) }, []), Float64Array.of(), ({ logWeight }) => logWeight) // undefined
 */
export function forEachEventTime(
  order: RiskOrder,
  coefficients: Float64Array,
  visit: (happened: EventTime) => void,
): void {
  const { durations, events, strata, rows, size } = order
  const atRisk = emptySums(size)
  const dead = emptySums(size)
  const sums = { excess: new Float64Array(size), covariance: new Float64Array(size * size) }
  let deaths = 0
  let score = 0
  for (let at = 0; at < durations.length; at++) {
    if (at > 0 && strata[at] !== strata[at - 1]) clearSums(atRisk)
    let own = 0
    for (let j = 0; j < size; j++) own += (rows[at * size + j] ?? 0) * (coefficients[j] ?? 0)
    addSubject(atRisk, order, { at, weight: Math.exp(own) })
    if (events[at] === 1) {
      addSubject(dead, order, { at, weight: Math.exp(own) })
      deaths++
      score += own
      for (let j = 0; j < size; j++) sums.excess[j] = (sums.excess[j] ?? 0) + (rows[at * size + j] ?? 0)
    }
    if (deaths === 0 || (strata[at + 1] === strata[at] && durations[at + 1] === durations[at])) continue
    let logWeight = 0
    for (let l = 0; l < deaths; l++) logWeight += addDraw(atRisk, dead, { part: l / deaths, ...sums })
    visit({ time: durations[at] ?? 0, score, logWeight, ...sums })
    clearSums(dead)
    sums.excess.fill(0)
    sums.covariance.fill(0)
    deaths = 0
    score = 0
  }
}

/** Sums of e^η, x e^η and x xᵀ e^η over a set of subjects. */
interface Sums {
  weight: number
  readonly first: Float64Array
  readonly second: Float64Array
}

/** One draw from the risk set; gives the logarithm of its weight. */
function addDraw(
  atRisk: Sums,
  dead: Sums,
  { part, excess, covariance }: { part: number; excess: Float64Array; covariance: Float64Array },
): number {
  const size = excess.length
  const weight = atRisk.weight - part * dead.weight
  const meanOf = (j: number): number => ((atRisk.first[j] ?? 0) - part * (dead.first[j] ?? 0)) / weight
  for (let j = 0; j < size; j++) {
    const mean = meanOf(j)
    excess[j] = (excess[j] ?? 0) - mean
    for (let k = 0; k < size; k++) {
      const at = j * size + k
      const square = ((atRisk.second[at] ?? 0) - part * (dead.second[at] ?? 0)) / weight
      covariance[at] = (covariance[at] ?? 0) + square - mean * meanOf(k)
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
