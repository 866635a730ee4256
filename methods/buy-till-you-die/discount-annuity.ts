/**
 * Present value of one unit per unit of time over a horizon: ∫ e^(−δτ) dτ = (1 − e^(−δh)) / δ.
 *
 * @param horizon h, at least 0; Infinity only with a rate above 0
 * @param discountRate δ, continuous, per unit of time, at least 0
 * @example
 * discountAnnuity(10, 0) // 10
 * discountAnnuity(Infinity, 0.25) // 4
 */
export function discountAnnuity(horizon: number, discountRate: number): number {
  return discountRate === 0 ? horizon : -Math.expm1(-discountRate * horizon) / discountRate
}
