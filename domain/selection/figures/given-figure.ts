/** A figure of an account that does not come from sales, as a file gave it. */
export interface GivenFigure {
  /** Identifier of the account, or its name. */
  readonly account: string
  /** The header of its column. */
  readonly figure: string
  readonly value: number
  /** Since when it is known. */
  readonly day: string
  readonly author: string
  readonly reason: string
  readonly file: string
}
