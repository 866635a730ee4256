/** A score that a person gave an account on a criterion. */
export interface Rating {
  /** Identifier of the account, or its name. */
  readonly account: string
  /** Id of the criterion. */
  readonly criterion: string
  readonly score: number
  readonly rater: string
  readonly department: string
  readonly day: string
  readonly reason: string
}
