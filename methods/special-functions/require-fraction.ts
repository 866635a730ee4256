/**
 * Refuses what is not a number from 0 to 1.
 *
 * @param name the argument as the caller knows it, for the message
 * @returns the value, unchanged
 * @throws RangeError naming the argument and its value
 * @example
 * requireFraction('level', 0.95) // 0.95
 * requireFraction('level', 95) // throws RangeError
 */
export function requireFraction(name: string, value: number): number {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} must be a number from 0 to 1, got ${value}`)
  return value
}
