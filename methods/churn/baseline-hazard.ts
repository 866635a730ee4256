import { requireFiniteValues } from '../arguments/require-finite-values.ts'
import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'
import { requireSurvivalData, type SurvivalData } from '../survival/survival-data.ts'

/** A step function up to `until`: each value holds from its time up to the next; before the first the hazard is 0. */
export interface BaselineHazard {
  readonly times: Float64Array
  /** Cumulative hazard of a subject with score 0. */
  readonly cumulative: Float64Array
  /** The last time of which enough is known. */
  readonly until: number
  /** Hazard per unit of time after it. */
  readonly rateBeyond: number
}

export interface BaselineSupport {
  /** What is seen while fewer subjects than this are at risk is not believed step by step; 1 where absent. */
  readonly leastAtRisk?: number
}

/**
 * Cumulative hazard under Cox's model for a subject with score 0: at every event time Σ 1 / (Σ e^score over those at risk
 * less l/d of the d with the event), l = 0 … d − 1, as `fitCox` counts ties.
 *
 * The end of a table is thin: one event among the last three at risk would be a third of them gone. So the steps go only as
 * far as enough subjects are at risk, and from there on a rate r = (d + 3) / (E + 3/r̄): d events in the weighted time
 * E = Σ e^score × time at risk from two thirds of what is known on, r̄ the rate of all time, weighing like three events.
 *
 * @param data durations and events
 * @param scores β·x of every subject
 * @param support how much has to be known
 * @throws RangeError as {@link requireSurvivalData}, or naming a score that is not finite
 * Source: Breslow 1972, in the discussion of Cox's paper; ties after Efron 1977. The end: the mean of a gamma prior's posterior
 * for a Poisson rate (Gelman et al. 2013, "Bayesian data analysis", 2.6).
 * @example
 * [...baselineHazard({ durations: Float64Array.of(1, 2), events: Uint8Array.of(1, 1) }, Float64Array.of(0, 0)).cumulative] // [0.5, 1.5]
 * baselineHazard({ durations: Float64Array.of(1, 2, 3), events: Uint8Array.of(1, 1, 0) }, Float64Array.of(0, 0, 0), { leastAtRisk: 3 }).until // 1
 * baselineHazard({ durations: Float64Array.of(1), events: Uint8Array.of(1) }, Float64Array.of(NaN)) // throws RangeError
 */
export function baselineHazard(
  data: SurvivalData,
  scores: Float64Array,
  { leastAtRisk = 1 }: BaselineSupport = {},
): BaselineHazard {
  requireSurvivalData(data)
  requireSameLength('scores', { expected: data.durations.length, actual: scores.length })
  requireFiniteValues('scores', scores)
  const until = data.durations.toSorted().at(-leastAtRisk) ?? 0
  const steps = hazardSteps(data, scores).filter(({ time }) => time <= until)
  const all = ratePart(data, scores, 0)
  const end = ratePart(data, scores, (2 / 3) * until)
  let sum = 0
  return {
    times: Float64Array.from(steps, ({ time }) => time),
    cumulative: Float64Array.from(steps, ({ hazard }) => (sum += hazard)),
    until,
    rateBeyond: all.events > 0 ? (end.events + priorEvents) / (end.time + (priorEvents * all.time) / all.events) : 0,
  }
}

/** The rate of all time weighs like so many events in the rate of the end. */
const priorEvents = 3

interface HazardStep {
  readonly time: number
  readonly hazard: number
}

/** The hazard at every event time, ascending. */
function hazardSteps({ durations, events }: SurvivalData, scores: Float64Array): HazardStep[] {
  const order = Uint32Array.from(durations.keys()).sort((a, b) => (durations[b] ?? 0) - (durations[a] ?? 0))
  const steps: HazardStep[] = []
  let atRisk = 0
  let [dead, deadWeight] = [0, 0]
  order.forEach((row, at) => {
    const weight = Math.exp(scores[row] ?? 0)
    atRisk += weight
    if (events[row] === 1) {
      dead++
      deadWeight += weight
    }
    if (dead === 0 || (at + 1 < order.length && durations[order[at + 1] ?? 0] === durations[row])) return
    let hazard = 0
    for (let l = 0; l < dead; l++) hazard += 1 / (atRisk - (l / dead) * deadWeight)
    steps.push({ time: durations[row] ?? 0, hazard })
    dead = 0
    deadWeight = 0
  })
  return steps.reverse()
}

/** Events after a time, and the weighted time at risk after it. */
function ratePart({ durations, events }: SurvivalData, scores: Float64Array, from: number) {
  const part = { events: 0, time: 0 }
  durations.forEach((duration, row) => {
    if (duration <= from) return
    part.events += events[row] ?? 0
    part.time += (duration - from) * Math.exp(scores[row] ?? 0)
  })
  return part
}

/**
 * Hazard of a subject with score 0 between two times.
 *
 * @throws RangeError when a time is negative or they descend
 * @example
 * hazardBetween({ times: Float64Array.of(1, 2), cumulative: Float64Array.of(0.5, 1.5), until: 2, rateBeyond: 0.75 }, { from: 1, to: 2 }) // 1
 * hazardBetween({ times: Float64Array.of(1, 2), cumulative: Float64Array.of(0.5, 1.5), until: 2, rateBeyond: 0.75 }, { from: 2, to: 4 }) // 1.5
 * hazardBetween({ times: Float64Array.of(), cumulative: Float64Array.of(), until: 0, rateBeyond: 0 }, { from: 2, to: 1 }) // throws RangeError
 */
export function hazardBetween(
  { times, cumulative, until, rateBeyond }: BaselineHazard,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  requireNonNegative('from', from)
  if (!(to >= from)) throw new RangeError(`to must not be before from ${from}, got ${to}`)
  const total = cumulative.at(-1) ?? 0
  const at = (time: number): number => {
    if (time > until) return total + (time - until) * rateBeyond
    const after = times.findIndex((each) => each > time)
    const index = after === -1 ? times.length - 1 : after - 1
    return index < 0 ? 0 : (cumulative[index] ?? 0)
  }
  return at(to) - at(from)
}
