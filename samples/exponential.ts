/**
 * e to the power x by arithmetic alone. `Math.exp` may differ in its last digit between engines; the four operations
 * of IEEE 754 may not, and the samples must have the same bytes everywhere.
 */
export function exponential(x: number): number {
  // 1024 = 2 to the power of ten: as many squarings undo the division.
  const squarings = 10
  const small = x / 1024
  let term = 1
  let sum = 1
  for (let power = 1; power <= 12; power += 1) {
    term *= small / power
    sum += term
  }
  for (let squaring = 0; squaring < squarings; squaring += 1) sum *= sum
  return sum
}
