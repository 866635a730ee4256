const prefixScale = 0.1
const longestPrefix = 4

/**
 * Jaro–Winkler similarity of two short texts, made for names: characters in common near each other, fewer points for
 * each transposition, more for a common beginning of up to 4 characters. Counts UTF-16 units.
 *
 * @returns 0 … 1; 1 for equal texts, two empty ones among them; 0 where only one is empty
 * Source: Jaro 1989, "Advances in record-linkage methodology"; Winkler 1990, "String comparator metrics".
 * @example
 * jaroWinkler('martha', 'marhta').toFixed(4) // '0.9611'
 * jaroWinkler('dwayne', 'duane').toFixed(2) // '0.84'
 * jaroWinkler('', 'a') // 0
 */
export function jaroWinkler(left: string, right: string): number {
  if (left === right) return 1
  const similarity = jaro(left, right)
  let prefix = 0
  while (prefix < longestPrefix && prefix < left.length && left[prefix] === right[prefix]) prefix++
  return similarity + prefix * prefixScale * (1 - similarity)
}

let leftTaken = new Uint8Array(64)
let rightTaken = new Uint8Array(64)

/**
 * Jaro similarity: the mean of the shares of matching characters on each side and of those in the same order.
 *
 * @returns 0 … 1
 * Source: Jaro 1989, "Advances in record-linkage methodology".
 * @example
 * jaro('dixon', 'dicksonx').toFixed(4) // '0.7667'
 */
export function jaro(left: string, right: string): number {
  if (left === right) return 1
  const [n, m] = [left.length, right.length]
  if (n === 0 || m === 0) return 0
  makeRoom(n, m)
  const matches = markMatches(left, right)
  if (matches === 0) return 0
  const transpositions = countTranspositions(left, right) / 2
  return (matches / n + matches / m + (matches - transpositions) / matches) / 3
}

function makeRoom(n: number, m: number): void {
  if (leftTaken.length < n) leftTaken = new Uint8Array(n * 2)
  if (rightTaken.length < m) rightTaken = new Uint8Array(m * 2)
  leftTaken.fill(0, 0, n)
  rightTaken.fill(0, 0, m)
}

function markMatches(left: string, right: string): number {
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1)
  let matches = 0
  for (let i = 0; i < left.length; i++) {
    const unit = left.charCodeAt(i)
    const end = Math.min(right.length, i + reach + 1)
    for (let j = Math.max(0, i - reach); j < end; j++) {
      if (rightTaken[j] === 1 || right.charCodeAt(j) !== unit) continue
      leftTaken[i] = 1
      rightTaken[j] = 1
      matches++
      break
    }
  }
  return matches
}

function countTranspositions(left: string, right: string): number {
  let different = 0
  let j = 0
  for (let i = 0; i < left.length; i++) {
    if (leftTaken[i] !== 1) continue
    while (rightTaken[j] !== 1) j++
    if (left.charCodeAt(i) !== right.charCodeAt(j)) different++
    j++
  }
  return different
}
