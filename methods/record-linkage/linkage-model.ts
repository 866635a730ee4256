/** How one field of a pair of records speaks for a match. Index = level of agreement; level 0 is "not known". */
export interface LinkageField {
  /** Probability of each level among pairs that are the same; entry 0 is not used. */
  readonly m: ArrayLike<number>
  /** Probability of each level among pairs that are not. */
  readonly u: ArrayLike<number>
}

/** A model of Fellegi and Sunter: fields are taken as independent given whether a pair is the same. */
export interface LinkageModel {
  /** Probability that a pair is the same before anything is known of it. */
  readonly prior: number
  readonly fields: readonly LinkageField[]
}

/** Pairs summed up: how many have each combination of levels. */
export interface LinkagePatterns {
  /** One column per field, one row per combination. */
  readonly levels: readonly Uint8Array[]
  readonly counts: Float64Array
}

/**
 * Weight of evidence of one level in bits: log₂(m / u). Unknown says nothing: 0.
 *
 * @example
 * levelWeight({ m: [0, 0.9, 0.1], u: [0, 0.1, 0.9] }, 1).toFixed(2) // '3.17'
 * levelWeight({ m: [0, 0.9, 0.1], u: [0, 0.1, 0.9] }, 0) // 0
 */
export function levelWeight({ m, u }: LinkageField, level: number): number {
  if (level === 0) return 0
  return Math.log2((m[level] ?? 0) / (u[level] ?? 0))
}

/**
 * Weight in bits of a probability: log₂ of its odds.
 *
 * @throws RangeError when the probability is not between 0 and 1
 * @example
 * bitsFromProbability(0.5) // 0
 * bitsFromProbability(0.75).toFixed(3) // '1.585'
 */
export function bitsFromProbability(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`probability must be 0 … 1, got ${probability}`)
  return Math.log2(probability / (1 - probability))
}

/**
 * Probability of a weight in bits.
 *
 * @example
 * probabilityFromBits(0) // 0.5
 * probabilityFromBits(2) // 0.8
 */
export function probabilityFromBits(bits: number): number {
  return 1 / (1 + 2 ** -bits)
}

/**
 * What agreeing on one particular value says more, or less, than agreeing on any: log₂ of the mean chance over the
 * chance of this value. Two who share a rare name are more likely one than two who share a common name.
 *
 * @param chance probability that two records agree in this field by chance
 * @param share share of records that have this value, above 0
 * @throws RangeError when the share is not above 0
 * Source: Winkler 2000, "Frequency-based matching in the Fellegi–Sunter model of record linkage".
 * @example
 * frequencyWeight(0.01, 0.0025) // 2
 * frequencyWeight(0.01, 0.04) // -2
 */
export function frequencyWeight(chance: number, share: number): number {
  if (!(share > 0)) throw new RangeError(`share must be above 0, got ${share}`)
  return chance <= 0 ? 0 : Math.log2(chance / share)
}
