import type { ScoredModel } from './score-model.ts'

/** The value, 0 to 1, that an account has on a criterion; the middle where its unknown value has no weight or others speak for it. */
export function countedValue(
  { values }: Pick<ScoredModel, 'values'>,
  { criterion, account }: { readonly criterion: number; readonly account: number },
): number {
  const value = values[criterion]?.[account] ?? Number.NaN
  return Number.isNaN(value) ? 0.5 : value
}
