export interface WeightedLinks {
  readonly left: ArrayLike<number>
  readonly right: ArrayLike<number>
  /** Evidence in bits; −Infinity where two must not be together. */
  readonly weights: ArrayLike<number>
}

/**
 * Groups records so that those of a group agree on the average: the two groups with the highest mean weight are joined
 * as long as it is above the cut. Pairs that were never compared count with the weight of a missing pair. Unlike chains
 * of links, one wrong link does not join two families. Ties go to the records that come first.
 *
 * @param count records, from 0; work grows with its square: meant for one component of links
 * @param options `missing`: weight of a pair without a link; `cut`: mean weight to be exceeded
 * @returns for each record the smallest record of its group
 * @throws RangeError when the columns differ in length
 * Source: Sokal & Michener 1958, "A statistical method for evaluating systematic relationships".
 * @example
 * Array.from(averageLinkage(3, { left: [0, 1], right: [1, 2], weights: [9, 3], missing: -9, cut: 0 })) // [0, 0, 2]
 * Array.from(averageLinkage(3, { left: [0, 1], right: [1, 2], weights: [9, 3], missing: -2, cut: 0 })) // [0, 0, 0]
 */
export function averageLinkage(
  count: number,
  { left, right, weights, missing, cut }: WeightedLinks & { readonly missing: number; readonly cut: number },
): Uint32Array {
  if (left.length !== right.length || left.length !== weights.length) {
    throw new RangeError(`weights.length must be ${left.length}, got ${weights.length}`)
  }
  const sums = new Float64Array(count * count).fill(missing)
  for (let i = 0; i < left.length; i++) {
    const [a, b, weight] = [left[i] ?? 0, right[i] ?? 0, weights[i] ?? missing]
    sums[a * count + b] = weight
    sums[b * count + a] = weight
  }
  const state = agglomeration(count, sums)
  for (;;) {
    const pair = nearest(state, cut)
    if (pair === undefined) return state.labels
    join(state, pair)
  }
}

/** Sums of weights between groups, and for each group its best partner after it. A group that was joined has size 0. */
interface Agglomeration {
  readonly count: number
  readonly sums: Float64Array
  readonly sizes: Uint32Array
  readonly labels: Uint32Array
  readonly best: Int32Array
}

interface Joining {
  readonly into: number
  readonly from: number
}

function agglomeration(count: number, sums: Float64Array): Agglomeration {
  const state = {
    count,
    sums,
    sizes: new Uint32Array(count).fill(1),
    labels: Uint32Array.from({ length: count }, (_, i) => i),
    best: new Int32Array(count),
  }
  for (let i = 0; i < count; i++) state.best[i] = bestPartner(state, i)
  return state
}

function nearest(state: Agglomeration, cut: number): Joining | undefined {
  let into = -1
  let highest = cut
  for (let i = 0; i < state.count; i++) {
    const partner = state.best[i] ?? -1
    if (state.sizes[i] === 0 || partner < 0) continue
    const mean = meanWeight(state, i, partner)
    if (mean <= highest) continue
    highest = mean
    into = i
  }
  return into < 0 ? undefined : { into, from: state.best[into] ?? -1 }
}

function join(state: Agglomeration, { into, from }: Joining): void {
  const { count, sums, sizes, labels } = state
  for (let i = 0; i < count; i++) {
    if (i === into || i === from || sizes[i] === 0) continue
    const sum = (sums[into * count + i] ?? 0) + (sums[from * count + i] ?? 0)
    sums[into * count + i] = sum
    sums[i * count + into] = sum
  }
  sizes[into] = (sizes[into] ?? 0) + (sizes[from] ?? 0)
  sizes[from] = 0
  for (let i = 0; i < count; i++) if (labels[i] === from) labels[i] = into
  for (let i = 0; i < count; i++) if (sizes[i] !== 0) state.best[i] = renewedPartner(state, i, { into, from })
}

/** The best partner of a group after two others were joined. */
function renewedPartner(state: Agglomeration, i: number, { into, from }: Joining): number {
  const partner = state.best[i] ?? -1
  if (i === into || partner === into || partner === from) return bestPartner(state, i)
  if (i > into) return partner
  const rival = meanWeight(state, i, into)
  const held = partner < 0 ? -Infinity : meanWeight(state, i, partner)
  return rival > held || (rival === held && into < partner) ? into : partner
}

function bestPartner(state: Agglomeration, i: number): number {
  let best = -1
  let highest = -Infinity
  for (let j = i + 1; j < state.count; j++) {
    if (state.sizes[j] === 0) continue
    const mean = meanWeight(state, i, j)
    if (mean <= highest) continue
    highest = mean
    best = j
  }
  return best
}

function meanWeight({ count, sums, sizes }: Agglomeration, i: number, j: number): number {
  return (sums[i * count + j] ?? 0) / ((sizes[i] ?? 1) * (sizes[j] ?? 1))
}
