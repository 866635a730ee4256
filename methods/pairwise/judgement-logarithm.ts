/**
 * Logarithm of a judgement, so that that of its reciprocal is its negative to the last digit.
 *
 * @param judgement above 0
 * @example
 * judgementLogarithm(1 / 3) // -judgementLogarithm(3)
 * judgementLogarithm(1) // 0
 */
export function judgementLogarithm(judgement: number): number {
  return judgement >= 1 ? Math.log(judgement) : -Math.log(1 / judgement)
}
