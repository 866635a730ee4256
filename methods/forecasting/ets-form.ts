/** A model of the exponential smoothing family: how error, trend and season come together. */
export interface EtsForm {
  readonly error: 'additive' | 'multiplicative'
  readonly trend: 'none' | 'additive' | 'damped'
  readonly season: 'none' | 'additive' | 'multiplicative'
}

/** What a model of the family is moved by, and where it begins. */
export interface EtsParameters {
  /** How fast level, trend and season follow the errors. */
  readonly alpha: number
  readonly beta: number
  readonly gamma: number
  /** What is left of the trend after a step; 1 where it is not damped. */
  readonly phi: number
  readonly level: number
  readonly trend: number
  /** Seasons of the first steps, in order; empty without season. */
  readonly season: readonly number[]
}

/**
 * The usual short name: error, trend and season by their letters.
 *
 * @example
 * etsName({ error: 'multiplicative', trend: 'damped', season: 'none' }) // 'ETS(M,Ad,N)'
 */
export function etsName({ error, trend, season }: EtsForm): string {
  const letter = { none: 'N', additive: 'A', damped: 'Ad', multiplicative: 'M' } as const
  return `ETS(${letter[error]},${letter[trend]},${letter[season]})`
}
