/**
 * Refuses a column with a NaN or an infinity.
 *
 * @param name the column as the caller knows it, for the message
 * @throws RangeError naming the first such element and its value
 * @example
 * requireFiniteValues('scores', [1, -2]) // undefined
 * requireFiniteValues('scores', [1, NaN]) // throws RangeError
 */
export function requireFiniteValues(name: string, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) throw new RangeError(`${name}[${i}] must be a finite number, got ${values[i]}`)
  }
}
