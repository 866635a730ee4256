/** Steps of a calibration: from `from[i]` on, the probability is `probability[i]`. Both ascend. */
export interface CalibrationSteps {
  readonly from: Float64Array
  readonly probability: Float64Array
}

/**
 * Turns weights into probabilities by what people answered: the rising steps that lie closest to the answers
 * (pool-adjacent-violators).
 *
 * @param weights of reviewed pairs, any order
 * @param answers 1 where a person said the same, 0 where not
 * @throws RangeError when the columns differ in length or are empty
 * Source: Ayer et al. 1955, "An empirical distribution function for sampling with incomplete information"; Zadrozny &
 * Elkan 2002, "Transforming classifier scores into accurate multiclass probability estimates".
 * @example
 * Array.from(isotonicCalibration([1, 2, 3, 4], [0, 1, 0, 1]).probability) // [0, 0.5, 1]
 */
export function isotonicCalibration(weights: ArrayLike<number>, answers: ArrayLike<number>): CalibrationSteps {
  if (weights.length === 0 || weights.length !== answers.length) {
    throw new RangeError(`answers.length must be ${weights.length} and above 0, got ${answers.length}`)
  }
  const order = Array.from({ length: weights.length }, (_, i) => i).sort(
    (a, b) => (weights[a] ?? 0) - (weights[b] ?? 0),
  )
  const blocks: { from: number; sum: number; count: number }[] = []
  for (const i of order) {
    const weight = weights[i] ?? 0
    const last = blocks.at(-1)
    if (last !== undefined && last.from === weight) {
      last.sum += answers[i] ?? 0
      last.count++
    } else blocks.push({ from: weight, sum: answers[i] ?? 0, count: 1 })
  }
  const pooled: typeof blocks = []
  for (const block of blocks) {
    let top = block
    for (
      let below = pooled.at(-1);
      below !== undefined && below.sum * top.count >= top.sum * below.count;
      below = pooled.at(-1)
    ) {
      pooled.pop()
      top = { from: below.from, sum: below.sum + top.sum, count: below.count + top.count }
    }
    pooled.push(top)
  }
  return {
    from: Float64Array.from(pooled, (block) => block.from),
    probability: Float64Array.from(pooled, (block) => block.sum / block.count),
  }
}

/**
 * The probability that a calibration gives a weight; below the first step, that of the first.
 *
 * @example
 * calibratedProbability({ from: Float64Array.of(1, 2), probability: Float64Array.of(0.25, 0.75) }, 1.5) // 0.25
 */
export function calibratedProbability({ from, probability }: CalibrationSteps, weight: number): number {
  let low = 0
  let high = from.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((from[middle] ?? 0) <= weight) low = middle + 1
    else high = middle
  }
  return probability[Math.max(0, low - 1)] ?? 0
}
