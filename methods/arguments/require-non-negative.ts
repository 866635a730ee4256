/**
 * Refuses NaN, the infinities and numbers below zero.
 *
 * @param name the argument as the caller knows it, for the message
 * @returns the value, unchanged
 * @throws RangeError naming the argument and its value
 * @example
 * requireNonNegative('values[0]', 0) // 0
 * requireNonNegative('values[0]', -1) // throws RangeError
 */
export function requireNonNegative(name: string, value: number): number {
  if (!(value >= 0 && value < Infinity)) {
    throw new RangeError(`${name} must be a finite number not below 0, got ${value}`)
  }
  return value
}
