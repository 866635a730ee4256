/** A tier that a person decided on, whatever the score says. */
export interface Override {
  readonly id: number
  /** Identifier of the account, or its name. */
  readonly account: string
  readonly tier: string
  readonly reason: string
  readonly author: string
  /** First day on which it holds; null from the beginning. */
  readonly from: string | null
  /** Last day on which it holds. */
  readonly until: string
}
