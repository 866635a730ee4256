/**
 * Purchases without an end. While observed, a customer buys with a rate λ of stages, k of them to a purchase (k = 1:
 * a Poisson process; larger: more regular); λ ~ Gamma(shape r, rate alpha).
 */
export interface NbdParameters {
  readonly model: 'nbd'
  readonly k: number
  readonly r: number
  /** In units of time. */
  readonly alpha: number
}

/** Poisson purchases of rate λ ~ Gamma(r, alpha) until an unseen end of rate μ ~ Gamma(s, beta). */
export interface ParetoNbdParameters {
  readonly model: 'pareto-nbd'
  readonly r: number
  readonly alpha: number
  readonly s: number
  /** In units of time. */
  readonly beta: number
}

/** The models whose customers may leave right after a purchase; `mbg`: after the first one too. */
export type BetaGeometricModel = 'bg-nbd' | 'mbg-nbd' | 'bg-cnbd-k' | 'mbg-cnbd-k'

/** Purchases as in {@link NbdParameters}; after each the customer leaves with probability p ~ Beta(a, b). */
export interface BetaGeometricParameters {
  readonly model: BetaGeometricModel
  /** 1 for bg-nbd and mbg-nbd. */
  readonly k: number
  readonly r: number
  readonly alpha: number
  readonly a: number
  readonly b: number
}

/**
 * Purchases at discrete opportunities: with probability p ~ Beta(alpha, beta) at each, until the customer leaves, with
 * probability θ ~ Beta(gamma, delta) before each.
 */
export interface BetaBinomialParameters {
  readonly model: 'bg-bb'
  readonly alpha: number
  readonly beta: number
  readonly gamma: number
  readonly delta: number
}

/** Parameters of any purchase model; `model` tells which. */
export type PurchaseParameters = NbdParameters | ParetoNbdParameters | BetaGeometricParameters | BetaBinomialParameters
