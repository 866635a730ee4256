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

/** What the thread begins with. */
export interface NormalizingStart {
  /** The folder of compiled code; null where the program keeps none. */
  readonly compileCache: string | null
  /** In memory of both threads: 1 for the place of a criterion that one of them has begun. */
  readonly begun: Int32Array
}

/** True for the first thread that asks. */
export function mayBegin(begun: Int32Array, place: number): boolean {
  return Atomics.compareExchange(begun, place, 0, 1) === 0
}

/** What came of it; null where it could not be done, or was not begun. */
export interface NormalizingAnswer {
  readonly place: number
  readonly normalized: NormalizedPopulation | null
}

/** What helping-thread.ts, which alone starts the thread, gave it to begin with. */
export function normalizingStart(given: unknown): NormalizingStart {
  return given as NormalizingStart
}

/** A message that came to normalizing-worker.ts; sent by helping-thread.ts and by nothing else. */
export function normalizingTask(message: unknown): NormalizingTask {
  return message as NormalizingTask
}

/** A message that came from normalizing-worker.ts, which sends nothing else. */
export function normalizingAnswer(message: unknown): NormalizingAnswer {
  return message as NormalizingAnswer
}
