import type { LogGaps } from './log-gaps.ts'

/**
 * Variance of the logarithms of gaps within accounts, all accounts together: how regular a usual account is.
 *
 * @returns 0.5 where no account has two gaps: nobody knows, and gaps then double or halve easily
 * @example
 * pooledLogVariance([{ count: 3, median: 10, logSquares: 0.4 }, { count: 3, median: 5, logSquares: 0 }]) // 0.1
 * pooledLogVariance([]) // 0.5
 */
export function pooledLogVariance(accounts: readonly LogGaps[]): number {
  let [squares, degrees] = [0, 0]
  for (const { count, logSquares } of accounts) {
    squares += logSquares
    degrees += count - 1
  }
  return degrees === 0 ? 0.5 : squares / degrees
}
