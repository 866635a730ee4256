/**
 * Refuses NaN, the infinities, zero and numbers below zero.
 *
 * @param name the argument as the caller knows it, for the message
 * @returns the value, unchanged
 * @throws RangeError naming the argument and its value
 * @example
 * requirePositive('shape', 0.5) // 0.5
 * requirePositive('shape', 0) // throws RangeError
 */
export function requirePositive(name: string, value: number): number {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} must be a finite number above 0, got ${value}`)
  return value
}
