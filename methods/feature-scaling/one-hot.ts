export interface OneHot {
  /** Values that have a column, the most frequent first, equal ones by code point; '' stands for all others together. */
  readonly values: readonly string[]
  /** One per value: 1 where a row has it. */
  readonly columns: readonly Float64Array[]
}

/**
 * A category as columns of noughts and ones. Two rows of different values are √2 apart, as far as two figures in z-scores
 * are on average.
 *
 * @param labels one per row; '' is a value like any other
 * @param most values with a column of their own; rarer ones share the last column. 12 where absent
 * Source: Hastie, Tibshirani and Friedman 2009, "The Elements of Statistical Learning", 2.3 (dummy variables).
 * @example
 * oneHot(['b', 'a', 'b']) // { values: ['b', 'a'], columns: [Float64Array.of(1, 0, 1), Float64Array.of(0, 1, 0)] }
 * oneHot(['b', 'a', 'c', 'b'], 2).values // ['b', '']
 */
export function oneHot(labels: readonly string[], most = 12): OneHot {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  const sorted = [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))
  const kept = sorted.slice(0, sorted.length > most ? most - 1 : most).map(([label]) => label)
  const values = sorted.length > most ? [...kept, ''] : kept
  const places = new Map(kept.map((label, i) => [label, i]))
  const columns = values.map(() => new Float64Array(labels.length))
  labels.forEach((label, i) => {
    const column = columns[places.get(label) ?? values.length - 1]
    if (column !== undefined) column[i] = 1
  })
  return { values, columns }
}
