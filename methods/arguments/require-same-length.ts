/**
 * Refuses two columns of the same table that do not have the same number of rows.
 *
 * @param name the second column as the caller knows it, for the message
 * @param lengths `expected`: rows of the first column; `actual`: rows of the second
 * @throws RangeError naming the argument and its length
 * @example
 * requireSameLength('values', { expected: 2, actual: 2 }) // undefined
 * requireSameLength('values', { expected: 2, actual: 3 }) // throws RangeError
 */
export function requireSameLength(name: string, lengths: { expected: number; actual: number }): void {
  const { expected, actual } = lengths
  if (actual !== expected) throw new RangeError(`${name}.length must be ${expected}, got ${actual}`)
}
