import { requireSameLength } from '../arguments/require-same-length.ts'
import { requireTierCount } from './require-tier-count.ts'
import type { TierCodes } from './tier-codes.ts'

/**
 * Tiers by rules: an account has the first tier whose condition it meets, the last where it meets none.
 *
 * @param conditions one column per tier but the last, best first; per account above 0 = met, 0 or NaN = not met
 * @throws RangeError when the columns differ in length
 * @example
 * [...tiersByConditions([[1, 0, 0], [1, 1, NaN]])] // [0, 1, 2]
 * tiersByConditions([[1, 0], [1]]) // throws RangeError
 */
export function tiersByConditions(conditions: readonly ArrayLike<number>[]): TierCodes {
  requireTierCount(
    'conditions',
    conditions.map((column) => column.length),
  )
  const accounts = conditions[0]?.length ?? 0
  conditions.forEach((column, i) =>
    requireSameLength(`conditions[${i}]`, { expected: accounts, actual: column.length }),
  )
  return Uint8Array.from({ length: accounts }, (_, account) => {
    const tier = conditions.findIndex((column) => (column[account] ?? 0) > 0)
    return tier === -1 ? conditions.length : tier
  })
}
