/** What other records know of accounts, by the account's key. Days since 1970-01-01. */
export interface AccountEvents {
  /** Days of complaints; null where no records were given. */
  readonly complaints: ReadonlyMap<bigint, readonly number[]> | null
  /** The day on which the last contract of the account ends; null where no contracts were given. */
  readonly contractEnds: ReadonlyMap<bigint, number> | null
}

export const noEvents: AccountEvents = { complaints: null, contractEnds: null }
