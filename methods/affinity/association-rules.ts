import { requireInteger } from '../arguments/require-integer.ts'
import { benjaminiHochberg } from '../significance/benjamini-hochberg.ts'
import { fisherExact } from './fisher-exact.ts'
import type { FrequentSet } from './frequent-sets.ts'

/** Whoever has all of one side also has the other more often than chance would have it, or not. */
export interface AssociationRule {
  readonly from: readonly number[]
  readonly to: number
  /** Baskets with both sides. */
  readonly count: number
  /** Baskets with the left side, and with the right one. */
  readonly fromCount: number
  readonly toCount: number
  /** Share of all baskets that hold both. */
  readonly support: number
  /** Share of the baskets with the left side that hold the right one too. */
  readonly confidence: number
  /** Confidence by the share of the right side in all baskets: 1 is chance. */
  readonly lift: number
  /** Support less what chance would give. */
  readonly leverage: number
  /** Fisher's exact test, one-sided. */
  readonly pValue: number
  /** The p-value adjusted for all rules tested (Benjamini–Hochberg). */
  readonly qValue: number
}

/**
 * All rules with one item on the right that frequent sets give, each tested.
 *
 * @param sets complete: every subset of a set is among them
 * @param options `baskets`: how many there are
 * @throws RangeError when `baskets` is not a whole number, or a subset is missing
 * Source: Agrawal, Imieliński and Swami 1993; Piatetsky-Shapiro 1991 for leverage.
 * @example
 * associationRules(frequentSets(basketsFrom([[1, 2], [1, 2], [3], [3]]), { minCount: 2 }).sets, { baskets: 4 }).map(({ from, to, lift }) => [from, to, lift]) // [[[2], 1, 2], [[1], 2, 2]]
 * associationRules([{ items: [1, 2], count: 1 }], { baskets: 4 }) // throws RangeError
 */
export function associationRules(
  sets: readonly FrequentSet[],
  { baskets }: { readonly baskets: number },
): AssociationRule[] {
  requireInteger('baskets', baskets)
  const counts = new Map(sets.map(({ items, count }) => [items.join(' '), count]))
  const countOf = (items: readonly number[]): number => {
    const count = counts.get(items.join(' '))
    if (count === undefined) throw new RangeError(`sets must hold every subset, missing ${items.join(' ')}`)
    return count
  }
  const rules = sets.flatMap(({ items, count }) =>
    items.length < 2
      ? []
      : items.map((to) => {
          const from = items.filter((item) => item !== to)
          const [fromCount, toCount] = [countOf(from), countOf([to])]
          const expected = (fromCount / baskets) * (toCount / baskets)
          return {
            from,
            to,
            count,
            fromCount,
            toCount,
            support: count / baskets,
            confidence: count / fromCount,
            lift: count / baskets / expected,
            leverage: count / baskets - expected,
            pValue: fisherExact({ trials: baskets, first: fromCount, second: toCount, both: count }),
          }
        }),
  )
  const adjusted = benjaminiHochberg(rules.map(({ pValue }) => pValue))
  return rules.map((rule, index) => ({ ...rule, qValue: adjusted[index] ?? 1 }))
}
