/** A polynomial of the waiting stages and its derivatives. */
export interface StagePolynomial {
  value: number
  /** By the shape R. */
  byShape: number
  /** By the point y. */
  byPoint: number
}

/**
 * Σ (R)ⱼ / j! · yʲ over j < k: weight of a silence during which fewer than k further stages passed.
 *
 * R is the shape of the rate after what was seen, y = silence / (alpha + age). For k = 1 it is 1.
 *
 * @param at shape R, point y and k
 * @param into receives value and derivatives; given back
 * @example
 * stagePolynomial({ shape: 2, point: 0.5, k: 2 }, { value: 0, byShape: 0, byPoint: 0 }) // { value: 2, byShape: 0.5, byPoint: 2 }
 */
export function stagePolynomial(
  at: { readonly shape: number; readonly point: number; readonly k: number },
  into: StagePolynomial,
): StagePolynomial {
  const { shape, point, k } = at
  into.value = 1
  into.byShape = 0
  into.byPoint = 0
  let coefficient = 1
  let power = 1
  let harmonic = 0
  for (let j = 1; j < k; j++) {
    coefficient *= (shape + j - 1) / j
    harmonic += 1 / (shape + j - 1)
    into.byPoint += coefficient * j * power
    power *= point
    into.value += coefficient * power
    into.byShape += coefficient * power * harmonic
  }
  return into
}
