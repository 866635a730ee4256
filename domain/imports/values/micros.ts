/** Amounts and quantities are whole numbers of millionths, as the warehouse keeps them: 12.5 is 12_500_000n. */
export const microsPerUnit = 1_000_000n

/** Beyond ±9 × 10¹² an amount does not fit the warehouse's 64-bit decimal. */
const largestMicros = 9_000_000_000_000n * microsPerUnit

export function fitsMicros(value: bigint): boolean {
  return value <= largestMicros && value >= -largestMicros
}

/**
 * Product of two amounts in micro-units, rounded half away from zero to a whole micro-unit.
 *
 * @example
 * multiplyMicros(6_000_000n, 2_550_000n) // 15_300_000n
 */
export function multiplyMicros(one: bigint, other: bigint): bigint {
  // Whole quantities are nearly all there are; their products are exact in a float below 2⁵³.
  const units = Number(one) / 1e6
  const product = units * Number(other)
  if (Number.isInteger(units) && product < exactLimit && product > -exactLimit) return BigInt(product)
  return divideRounded(one * other, microsPerUnit)
}

const exactLimit = 2 ** 53

/** Quotient rounded half away from zero. `divisor` is positive. */
export function divideRounded(value: bigint, divisor: bigint): bigint {
  const half = value < 0n ? -divisor : divisor
  return (value * 2n + half) / (divisor * 2n)
}

/**
 * Multiplies by the factor of a unit (10000 for 万, 0.01 for 分): an integer, or one part of an integer.
 *
 * @example
 * scaleMicros(1_500_000n, 10000) // 15_000_000_000n
 */
export function scaleMicros(value: bigint, factor: number): bigint {
  if (factor === 1) return value
  return factor > 1 ? value * BigInt(Math.round(factor)) : divideRounded(value, BigInt(Math.round(1 / factor)))
}

/** Shortest decimal text of micro-units: `12.5`, `-0.000001`. The inverse of `parseAmount`. */
export function microsText(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(7, '0')
  const fraction = digits.slice(-6).replace(/0+$/, '')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -6)}${fraction === '' ? '' : `.${fraction}`}`
}
