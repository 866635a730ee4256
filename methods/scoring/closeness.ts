/**
 * Nearness to the best point against the worst, from the squares of the two distances.
 *
 * @returns 0 at the worst point, 1 at the best; 0.5 where the two are the same
 * @example
 * closeness({ toIdeal: 1, toAntiIdeal: 9 }) // 0.75
 * closeness({ toIdeal: 0, toAntiIdeal: 0 }) // 0.5
 */
export function closeness({
  toIdeal,
  toAntiIdeal,
}: {
  readonly toIdeal: number
  readonly toAntiIdeal: number
}): number {
  const worst = Math.sqrt(toAntiIdeal)
  const both = Math.sqrt(toIdeal) + worst
  return both === 0 ? 0.5 : worst / both
}
