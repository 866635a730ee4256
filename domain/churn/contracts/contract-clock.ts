import { addMonths } from '@vitalfew/methods/calendar/add-months.ts'
import type { SurvivalData } from '@vitalfew/methods/survival/survival-data.ts'
import type { ContractSubject } from './contract-subjects.ts'

/** The time that risks are counted in, and the part of it that lies ahead of each subject. */
export interface ContractClock {
  readonly data: SurvivalData
  /** Where each subject stands now, and where it will stand at the end of the horizon. */
  readonly from: Float64Array
  readonly to: Float64Array
}

interface ClockRequest {
  readonly asOf: number
  readonly horizonMonths: number
}

/**
 * Customers of whom only the months are known may leave at any time: their clock counts months. A contract with an end runs
 * until then, and the question is put when it comes: its clock counts ends, so that one which outlasts the horizon, or of
 * which it is agreed what follows, has no risk in it.
 */
export function contractClock(
  subjects: readonly ContractSubject[],
  { asOf, horizonMonths }: ClockRequest,
): ContractClock {
  const until = addMonths(asOf, horizonMonths)
  const events = Uint8Array.from(subjects, ({ ended }) => Number(ended))
  const durations = Float64Array.from(subjects, stoodFor)
  const ahead = (subject: ContractSubject): number =>
    subject.endsOn === null ? horizonMonths : endsWithin(subject, until)
  return {
    data: { durations, events },
    from: durations,
    to: Float64Array.from(subjects, (subject, row) => (durations[row] ?? 0) + ahead(subject)),
  }
}

/** Months so far, or ends that were met: those before were renewed, the last one was not where the subject has ended. */
function stoodFor({ endsOn, months, renewals, ended, secured }: ContractSubject): number {
  if (endsOn === null) return months
  return renewals + Number(ended || secured)
}

/** How often a contract comes to an end before a day, if it is renewed each time for as long as it runs now. */
function endsWithin({ endsOn, termDays, secured }: ContractSubject, until: number): number {
  if (secured || endsOn === null || endsOn >= until) return 0
  return 1 + Math.floor((until - 1 - endsOn) / Math.max(1, termDays ?? Number.POSITIVE_INFINITY))
}
