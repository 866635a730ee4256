import type { HoldoutScore } from '@vitalfew/contract/customer-value.ts'
import type { Contender } from '../fitting/fit-tasks.ts'

/** The scores of the contenders at one origin; those that could not be scored are missing. */
export interface OriginScores {
  readonly customers: number
  readonly scores: ReadonlyMap<Contender, HoldoutScore>
}

/** How a contender did over all origins. */
export interface ContenderResult {
  readonly name: Contender
  /** Mean over the origins of (absolute errors of all customers + error of the total) / purchases that came. */
  readonly index: number
  /** Means over the origins: absolute error per customer, and how far off the total was, as a fraction of it. */
  readonly mae: number
  readonly totalError: number
}

/**
 * The results of the contenders that were scored at every origin, the lowest index first. Origins after which nobody
 * bought anything judge nobody.
 */
export function contenderResults(origins: readonly OriginScores[]): ContenderResult[] {
  const telling = origins.filter(({ scores }) => [...scores.values()].some((score) => score.actual > 0))
  const names = [...(telling[0]?.scores.keys() ?? [])]
  return names.flatMap((name) => resultOf(name, telling) ?? []).toSorted((a, b) => a.index - b.index)
}

function resultOf(name: Contender, origins: readonly OriginScores[]): ContenderResult | null {
  const sums = { index: 0, mae: 0, totalError: 0 }
  for (const { customers, scores } of origins) {
    const score = scores.get(name)
    if (score === undefined) return null
    const totalError = Math.abs(score.expected - score.actual) / score.actual
    sums.index += (score.mae * customers) / score.actual + totalError
    sums.mae += score.mae
    sums.totalError += totalError
  }
  const mean = (sum: number): number => sum / origins.length
  return { name, index: mean(sums.index), mae: mean(sums.mae), totalError: mean(sums.totalError) }
}
