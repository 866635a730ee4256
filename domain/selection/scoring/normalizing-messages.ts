import type { NormalizationRule } from '@vitalfew/methods/scoring/normalization-rule.ts'
import type { NormalizedPopulation } from '@vitalfew/methods/scoring/normalized-population.ts'

/** The figures of a criterion, and how they become values. */
export interface CriterionFigures {
  /** NaN = unknown. */
  readonly figures: Float64Array
  readonly rule: NormalizationRule
}

/** What is done off the main thread: a criterion, by its place among all. */
export interface NormalizingTask extends CriterionFigures {
  readonly place: number
}

/** What came of it; null where it could not be done. */
export interface NormalizingAnswer {
  readonly place: number
  readonly normalized: NormalizedPopulation | null
}

/** A message that came to normalizing-worker.ts; sent by normalized-criteria.ts and by nothing else. */
export function normalizingTask(message: unknown): NormalizingTask {
  return message as NormalizingTask
}

/** A message that came from normalizing-worker.ts, which sends nothing else. */
export function normalizingAnswer(message: unknown): NormalizingAnswer {
  return message as NormalizingAnswer
}
