import { requireFiniteValues } from '../arguments/require-finite-values.ts'
import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'
import { requireSurvivalData, type SurvivalData } from '../survival/survival-data.ts'

/** A step function: each value holds from its time up to the next. Before the first time the hazard is 0. */
export interface BaselineHazard {
  readonly times: Float64Array
  /** Cumulative hazard of a subject with score 0. */
  readonly cumulative: Float64Array
}

/**
 * Cumulative hazard under Cox's model for a subject with score 0: Σ d / Σ e^score over those at risk, at every event time,
 * and at the longest duration.
 *
 * @param data durations and events
 * @param scores β·x of every subject
 * @throws RangeError as {@link requireSurvivalData}, or naming a score that is not finite
 * Source: Breslow 1972, in the discussion of Cox's paper.
 * @example
 * [...baselineHazard({ durations: Float64Array.of(1, 2), events: Uint8Array.of(1, 1) }, Float64Array.of(0, 0)).cumulative] // [0.5, 1.5]
 * baselineHazard({ durations: Float64Array.of(1), events: Uint8Array.of(1) }, Float64Array.of(NaN)) // throws RangeError
 */
export function baselineHazard(data: SurvivalData, scores: Float64Array): BaselineHazard {
  requireSurvivalData(data)
  requireSameLength('scores', { expected: data.durations.length, actual: scores.length })
  requireFiniteValues('scores', scores)
  const { durations, events } = data
  const order = Uint32Array.from(durations.keys()).sort((a, b) => (durations[b] ?? 0) - (durations[a] ?? 0))
  const steps: { time: number; hazard: number }[] = []
  let atRisk = 0
  let dead = 0
  order.forEach((row, at) => {
    atRisk += Math.exp(scores[row] ?? 0)
    dead += events[row] ?? 0
    if (at + 1 < order.length && durations[order[at + 1] ?? 0] === durations[row]) return
    if (dead > 0) steps.push({ time: durations[row] ?? 0, hazard: dead / atRisk })
    dead = 0
  })
  steps.reverse()
  const longest = durations[order[0] ?? 0] ?? 0
  // Whoever was watched beyond the last event shows that there was none.
  if (longest > (steps.at(-1)?.time ?? longest)) steps.push({ time: longest, hazard: 0 })
  let sum = 0
  return {
    times: Float64Array.from(steps, ({ time }) => time),
    cumulative: Float64Array.from(steps, ({ hazard }) => (sum += hazard)),
  }
}

/**
 * Hazard of a subject with score 0 between two times. Beyond the longest duration the mean hazard until then goes on.
 *
 * @throws RangeError when a time is negative or they descend
 * @example
 * hazardBetween({ times: Float64Array.of(1, 2), cumulative: Float64Array.of(0.5, 1.5) }, { from: 1, to: 2 }) // 1
 * hazardBetween({ times: Float64Array.of(1, 2), cumulative: Float64Array.of(0.5, 1.5) }, { from: 2, to: 4 }) // 1.5
 * hazardBetween({ times: Float64Array.of(), cumulative: Float64Array.of() }, { from: 2, to: 1 }) // throws RangeError
 */
export function hazardBetween(
  { times, cumulative }: BaselineHazard,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  requireNonNegative('from', from)
  if (!(to >= from)) throw new RangeError(`to must not be before from ${from}, got ${to}`)
  const last = times.at(-1) ?? 0
  const total = cumulative.at(-1) ?? 0
  const until = (time: number): number => {
    if (time > last) return last > 0 ? (total * time) / last : total
    const after = times.findIndex((each) => each > time)
    const index = after === -1 ? times.length - 1 : after - 1
    return index < 0 ? 0 : (cumulative[index] ?? 0)
  }
  return until(to) - until(from)
}
