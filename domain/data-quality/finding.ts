import type { FixProposal } from '@vitalfew/contract/quality.ts'
import type { Severity } from '@vitalfew/contract/run.ts'

/** What a check found, as long as nobody has said anything about it. */
export interface Finding {
  readonly check: string
  readonly severity: Severity
  /** False where the data has nothing that the check could look at. */
  readonly isApplicable: boolean
  /** Whether the lines behind it can be listed one by one. */
  readonly isListed: boolean
  /** By import, where it is about imports; else one place that is about all of them, of import 0. */
  readonly places: readonly FoundPlace[]
  readonly examples: readonly string[]
  readonly proposals: readonly FixProposal[]
  /** Whether its money is not among that of the lines taken in. */
  readonly isLeftOut?: boolean
  /** Whether its money is among that of the lines taken in, but which of them only the file says. */
  readonly isToldByFile?: boolean
}

export interface FoundPlace {
  readonly importId: number
  readonly rows: number
  readonly amount: number
}

/** A finding about all data together, or none. */
export function wholeFinding(
  check: string,
  severity: Severity,
  found: {
    readonly rows: number
    readonly amount?: number
    readonly examples?: readonly string[]
    readonly isApplicable?: boolean
    readonly proposals?: readonly FixProposal[]
  },
): Finding {
  const { rows, amount = 0, examples = [], isApplicable = true, proposals = [] } = found
  const places = rows > 0 ? [{ importId: 0, rows, amount }] : []
  return { check, severity, isApplicable, isListed: false, places, examples: examples.slice(0, 5), proposals }
}
