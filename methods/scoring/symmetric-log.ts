/**
 * Symmetric logarithm, sign(x) · ln(1 + |x|): defined for losses and for 0, like x itself near 0, like ln |x| far away.
 *
 * @param figure any number; NaN stays NaN
 * Source: Webber 2012, "A bi-symmetric log transformation for wide-range data", with base e and constant 1.
 * @example
 * symmetricLog(Math.E - 1) // 1
 * symmetricLog(1 - Math.E) // -1
 */
export function symmetricLog(figure: number): number {
  return figure < 0 ? -Math.log1p(-figure) : Math.log1p(figure)
}
