/**
 * Logarithm of a sum of two numbers given by their logarithms: log(eᵃ + eᵇ), without overflow or underflow.
 *
 * @param a a logarithm; −Infinity stands for zero
 * @param b a logarithm; the order does not matter
 * @example
 * logSumExp(1000, 1000) // 1000 + Math.LN2
 * logSumExp(-Infinity, 2) // 2
 */
export function logSumExp(a: number, b: number): number {
  const larger = Math.max(a, b)
  if (larger === -Infinity) return -Infinity
  return larger + Math.log1p(Math.exp(Math.min(a, b) - larger))
}
