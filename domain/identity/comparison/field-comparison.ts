/** How agreement in one kind of field is graded: levels from best to worst, 0 = not known, the last = they differ. */
export interface FieldComparison {
  /** Names of the levels; entry 0 is 'unknown', entry 1 'equal', the last 'different'. */
  readonly levels: readonly string[]
  /** What is expected of pairs that are the same before anything has been learned; entry 0 is not used. */
  readonly expected: readonly number[]
  /** How often unrelated pairs are on a level, before anything has been counted; entry 0 is not used. */
  readonly chance: readonly number[]
  /** The level of two values that are known and differ. */
  readonly grade: (left: string, right: string) => number
  /** The level of values that stand in each other's field; undefined where that says nothing. */
  readonly crossed?: number
  /** True where values with few signs in common are different, whatever else: it spares a closer look. */
  readonly sharesSigns?: true
}
