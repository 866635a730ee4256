/** What becomes known of a request while it is answered, for the log. */
export interface RequestTrail {
  /** The path of the contract that answers, as `/users/{id}`; `-` where none does. */
  route: string
  userId: string | undefined
  /** A fault of ours that the answer does not tell of. */
  fault: unknown
  /** How long to wait before asking again; the answer says so. */
  retryAfterSeconds: number | undefined
}
