/**
 * Refuses a number that is not a whole number that doubles hold exactly.
 *
 * @param name the argument as the caller knows it, for the message
 * @returns the value, unchanged
 * @throws RangeError naming the argument and its value
 * @example
 * requireInteger('asOf', 19000) // 19000
 * requireInteger('asOf', 1.5) // throws RangeError
 */
export function requireInteger(name: string, value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${name} must be an integer, got ${value}`)
  return value
}
