import { requireSameLength } from '../arguments/require-same-length.ts'
import { solvePositiveDefinite } from '../optimization/solve-positive-definite.ts'
import { chiSquaredUpper } from '../special-functions/chi-squared-upper.ts'
import { requireSurvivalData, type SurvivalData } from './survival-data.ts'

export interface LogRankTest {
  readonly statistic: number
  /** Groups less one. */
  readonly degrees: number
  readonly pValue: number
  /** Events per group, in the order of the group numbers. */
  readonly observed: Float64Array
  /** Events per group if all had the same risk. */
  readonly expected: Float64Array
}

/**
 * Log-rank test of equal survival in several groups.
 *
 * χ² = (O − E)ᵀ V⁻¹ (O − E) over all groups but one, V the hypergeometric covariance summed over the event times.
 *
 * @param data durations and events
 * @param groups group number of each subject, 0, 1, …; a group without anybody at risk when events happen says nothing
 * @returns statistic 0 and p-value 1 where there is nothing to compare
 * @throws RangeError as {@link requireSurvivalData}, or when the columns differ in length
 * Source: Mantel 1966, "Evaluation of survival data"; Peto and Peto 1972.
 * @example
 * logRank({ durations: Float64Array.of(1, 1, 2, 2), events: Uint8Array.of(1, 1, 1, 1) }, Uint32Array.of(0, 1, 0, 1)).statistic // 0
 * logRank({ durations: Float64Array.of(1), events: Uint8Array.of(1) }, Uint32Array.of()) // throws RangeError
 */
export function logRank(data: SurvivalData, groups: Uint32Array): LogRankTest {
  requireSurvivalData(data)
  requireSameLength('groups', { expected: data.durations.length, actual: groups.length })
  const size = groups.reduce((most, group) => Math.max(most, group + 1), 0)
  const observed = new Float64Array(size)
  const expected = new Float64Array(size)
  const covariance = new Float64Array(size * size)
  for (const { atRisk, dead, events } of riskSets(data, groups, size)) {
    const risk = atRisk.reduce((sum, count) => sum + count, 0)
    const spread = risk > 1 ? (events * (risk - events)) / (risk - 1) : 0
    for (let i = 0; i < size; i++) {
      const share = (atRisk[i] ?? 0) / risk
      observed[i] = (observed[i] ?? 0) + (dead[i] ?? 0)
      expected[i] = (expected[i] ?? 0) + events * share
      for (let j = 0; j < size; j++) {
        const other = (atRisk[j] ?? 0) / risk
        covariance[i * size + j] = (covariance[i * size + j] ?? 0) + spread * share * (Number(i === j) - other)
      }
    }
  }
  return { ...testOf(observed, expected, covariance), observed, expected }
}

/** At every event time, from the last to the first: who is at risk and who has the event, by group. */
function* riskSets(data: SurvivalData, groups: Uint32Array, size: number) {
  const { durations, events } = data
  const order = Uint32Array.from(durations.keys()).sort((a, b) => (durations[b] ?? 0) - (durations[a] ?? 0))
  const atRisk = new Float64Array(size)
  const dead = new Float64Array(size)
  let count = 0
  for (let at = 0; at < order.length; at++) {
    const row = order[at] ?? 0
    const group = groups[row] ?? 0
    atRisk[group] = (atRisk[group] ?? 0) + 1
    dead[group] = (dead[group] ?? 0) + (events[row] ?? 0)
    count += events[row] ?? 0
    if (at + 1 < order.length && durations[order[at + 1] ?? 0] === durations[row]) continue
    if (count > 0) yield { atRisk, dead, events: count }
    dead.fill(0)
    count = 0
  }
}

function testOf(
  observed: Float64Array,
  expected: Float64Array,
  covariance: Float64Array,
): Pick<LogRankTest, 'statistic' | 'degrees' | 'pValue'> {
  const all = observed.length
  const used = Array.from(observed.keys()).filter((i) => (covariance[i * all + i] ?? 0) > 0)
  // The differences add up to 0, so one group follows from the others.
  const kept = used.slice(0, -1)
  const difference = Float64Array.from(kept, (i) => (observed[i] ?? 0) - (expected[i] ?? 0))
  const values = Float64Array.from(kept.flatMap((i) => kept.map((j) => covariance[i * all + j] ?? 0)))
  const solution = kept.length > 0 ? solvePositiveDefinite({ size: kept.length, values }, difference) : null
  if (solution === null) return { statistic: 0, degrees: Math.max(0, kept.length), pValue: 1 }
  const statistic = Math.max(
    0,
    solution.reduce((sum, value, i) => sum + value * (difference[i] ?? 0), 0),
  )
  return { statistic, degrees: kept.length, pValue: chiSquaredUpper(statistic, kept.length) }
}
