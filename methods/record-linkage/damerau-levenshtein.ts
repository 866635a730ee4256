let rows: [Uint16Array, Uint16Array, Uint16Array] = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)]

/**
 * Fewest insertions, deletions, replacements and swaps of neighbours that turn one text into the other, no part edited
 * twice (optimal string alignment). Counts UTF-16 units. Stops early where the distance exceeds the limit.
 *
 * @param limit the answer is `limit + 1` for anything further apart
 * @returns 0 … limit + 1
 * @throws RangeError when the limit is not an integer from 0 to 60,000
 * Source: Damerau 1964, "A technique for computer detection and correction of spelling errors".
 * @example
 * damerauLevenshtein('smith', 'smiht', { limit: 3 }) // 1
 * damerauLevenshtein('kitten', 'sitting', { limit: 9 }) // 3
 * damerauLevenshtein('kitten', 'sitting', { limit: 1 }) // 2
 */
export function damerauLevenshtein(left: string, right: string, { limit }: { readonly limit: number }): number {
  if (!Number.isInteger(limit) || limit < 0 || limit > 60_000)
    throw new RangeError(`limit must be 0 … 60000, got ${limit}`)
  if (left === right) return 0
  const [n, m] = [left.length, right.length]
  const beyond = limit + 1
  if (Math.abs(n - m) > limit) return beyond
  if (rows[0].length <= m + 1) rows = [new Uint16Array(m * 2), new Uint16Array(m * 2), new Uint16Array(m * 2)]
  let [before, above, current] = rows
  for (let j = 0; j <= Math.min(m, beyond); j++) above[j] = j
  for (let i = 1; i <= n; i++) {
    const least = fillRow({ left, right, i, before, above, current, limit })
    if (least > limit) return beyond
    ;[before, above, current] = [above, current, before]
  }
  return Math.min(beyond, above[m] ?? beyond)
}

interface Row {
  readonly left: string
  readonly right: string
  readonly i: number
  readonly before: Uint16Array
  readonly above: Uint16Array
  readonly current: Uint16Array
  readonly limit: number
}

/** Fills what of one row of the table can be within the limit, and returns its least value. */
function fillRow({ left, right, i, before, above, current, limit }: Row): number {
  const unit = left.charCodeAt(i - 1)
  const previous = i > 1 ? left.charCodeAt(i - 2) : -1
  const from = Math.max(1, i - limit)
  const to = Math.min(right.length, i + limit)
  let beside = from === 1 ? i : limit + 1
  current[from - 1] = beside
  let least = beside
  for (let j = from; j <= to; j++) {
    const other = right.charCodeAt(j - 1)
    let cost = (above[j - 1] ?? 0) + (unit === other ? 0 : 1)
    if (beside + 1 < cost) cost = beside + 1
    if (j < i + limit && (above[j] ?? 0) + 1 < cost) cost = (above[j] ?? 0) + 1
    if (j > 1 && previous === other && unit === right.charCodeAt(j - 2)) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
    current[j] = cost
    beside = cost
    if (cost < least) least = cost
  }
  return least
}
