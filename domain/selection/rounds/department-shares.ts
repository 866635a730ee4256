import type { KeptRound } from './load-round.ts'

/**
 * How much each of some departments counts, of 1 together: as it was set, one that came later like the mean of those set,
 * and all alike where nothing was set.
 */
export function departmentShares(
  { shares }: Pick<KeptRound, 'shares'>,
  departments: readonly string[],
): Map<string, number> {
  const set = departments.flatMap((department) => shares.get(department) ?? [])
  const mean = set.length === 0 ? 1 : set.reduce((sum, share) => sum + share, 0) / set.length
  const all = [...new Set(departments)].map((department) => [department, shares.get(department) ?? mean] as const)
  const sum = all.reduce((total, [, share]) => total + share, 0)
  return new Map(all.map(([department, share]) => [department, share / sum]))
}
