/** A customer under contract: one unbroken chain of contracts, each renewing the one before. */
export interface ContractSubject {
  readonly customer: string
  readonly customerName: string
  /** The newest contract. */
  readonly contract: string
  /** Row of the newest contract in the table. */
  readonly row: number
  /** From the start of the first contract to its end, or to the day of the analysis. */
  readonly months: number
  readonly ended: boolean
  /** Days since 1970-01-01; null where the table has no ends. */
  readonly endsOn: number | null
  /** Days of the newest contract from its first to its last; null where the table has no ends. */
  readonly termDays: number | null
  /** Whether what follows the newest contract is agreed. */
  readonly secured: boolean
  /** Contracts of the chain that were renewed. */
  readonly renewals: number
  /** Value per year; null where unknown. */
  readonly value: number | null
  /** '' where none is on record. */
  readonly reason: string
}
