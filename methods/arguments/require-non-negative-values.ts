import { requireFiniteValues } from './require-finite-values.ts'

/**
 * Refuses a column with a NaN, an infinity or a number below zero.
 *
 * @param name the column as the caller knows it, for the message
 * @throws RangeError naming the first such element and its value
 * @example
 * requireNonNegativeValues('values', [1, 0]) // undefined
 * requireNonNegativeValues('values', [1, -2]) // throws RangeError
 */
export function requireNonNegativeValues(name: string, values: ArrayLike<number>): void {
  requireFiniteValues(name, values)
  for (let i = 0; i < values.length; i++) {
    if ((values[i] ?? 0) < 0) throw new RangeError(`${name}[${i}] must not be below 0, got ${values[i]}`)
  }
}
