/** How well pairs within found groups agree with pairs within true ones. */
export interface PairwiseAccuracy {
  readonly truePairs: number
  readonly foundPairs: number
  readonly commonPairs: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/**
 * Compares groups that were found with the true ones, pair by pair. Precision is 1 where nothing was found, recall 1
 * where there was nothing to find.
 *
 * @param found label of each record's group
 * @param truth label of each record's true group, in the same order
 * @throws RangeError when the columns differ in length
 * @example
 * pairwiseAccuracy([1, 1, 2, 2], ['a', 'a', 'a', 'b']) // { truePairs: 3, foundPairs: 2, commonPairs: 1, precision: 0.5, recall: 1 / 3, f1: 0.4 }
 */
export function pairwiseAccuracy(
  found: ArrayLike<string | number>,
  truth: ArrayLike<string | number>,
): PairwiseAccuracy {
  if (found.length !== truth.length) throw new RangeError(`truth.length must be ${found.length}, got ${truth.length}`)
  const [foundSizes, trueSizes, bothSizes] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ]
  for (let i = 0; i < found.length; i++) {
    const [a, b] = [JSON.stringify(found[i]), JSON.stringify(truth[i])]
    foundSizes.set(a, (foundSizes.get(a) ?? 0) + 1)
    trueSizes.set(b, (trueSizes.get(b) ?? 0) + 1)
    bothSizes.set(`${a} ${b}`, (bothSizes.get(`${a} ${b}`) ?? 0) + 1)
  }
  const [truePairs, foundPairs, commonPairs] = [pairsOf(trueSizes), pairsOf(foundSizes), pairsOf(bothSizes)]
  const precision = foundPairs === 0 ? 1 : commonPairs / foundPairs
  const recall = truePairs === 0 ? 1 : commonPairs / truePairs
  const f1 = truePairs + foundPairs === 0 ? 1 : (2 * commonPairs) / (truePairs + foundPairs)
  return { truePairs, foundPairs, commonPairs, precision, recall, f1 }
}

function pairsOf(sizes: ReadonlyMap<string, number>): number {
  let pairs = 0
  for (const size of sizes.values()) pairs += (size * (size - 1)) / 2
  return pairs
}
