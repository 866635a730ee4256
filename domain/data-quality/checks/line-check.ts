import type { FixAction } from '@vitalfew/contract/quality.ts'
import type { Severity } from '@vitalfew/contract/run.ts'

/** What is known of one import beside what its lines were found to be; `decides` looks at it. */
export interface ImportEvidence {
  readonly lines: number
  /** Lines a condition holds for, by the name of its check. */
  readonly found: Readonly<Record<string, number>>
  /** Sales whose price could be compared with that of their product, and those just beside the ratios of taxes. */
  readonly priced: number
  readonly besideTax: number
  /** Amounts with a fraction that is not exactly three digits long. */
  readonly otherFractions: number
  /** A bit for each day of the month, the first one the lowest, on which there is a line. */
  readonly daysOfMonth: number
  readonly withProduct: number
  readonly withOwner: number
  readonly withCurrency: number
}

/** A check that says of each line by itself whether it is in doubt. */
export interface LineCheck {
  readonly name: string
  readonly severity: Severity
  /**
   * SQL that is true of a doubtful line: `l` is the line, `c` what is known of its customer, `p` of its product, `r`
   * which line it repeats (see `flagged-line.ts`). A line is in doubt too where its customer or product has the fault of
   * this name; left out where only they can have it.
   */
  readonly condition?: string
  /** SQL that is true of few lines, and of every doubtful one: where it is false, `condition` need not be looked at. */
  readonly onlyWhere?: string
  /** Whether it compares all lines once more; a run over very many leaves it to those who ask. */
  readonly isCostly?: true
  /** Fixes that make sense, the best first; `accept` always does. */
  readonly fixes: readonly FixAction[]
  /** Whether lines of this import that meet the condition are in doubt; left out where they always are. */
  readonly decides?: (evidence: ImportEvidence) => boolean
  /** Whether an import has anything the check could look at; left out where each has. */
  readonly applies?: (evidence: ImportEvidence) => boolean
}

/** The bit of a check in the mask of a line. */
export type BitOf = (check: string) => number
