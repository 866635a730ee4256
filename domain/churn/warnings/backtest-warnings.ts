import type { WarningBacktest } from '@vitalfew/contract/churn.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { wilsonInterval } from '@vitalfew/methods/churn/wilson-interval.ts'
import { accountLevels } from './account-levels.ts'
import type { JudgedPast, SignalScales } from './signal-scales.ts'

/**
 * Who was of level high at a past day, and who of all accounts that had not left then did not buy in the horizon after it.
 */
export function backtestWarnings(
  { day, boughtAfter }: JudgedPast,
  { scales, until }: { readonly scales: SignalScales; readonly until: number },
): WarningBacktest {
  const levels = accountLevels(day, scales)
  const rows = levels.flatMap((level, row) => (level === null || level === 'left' ? [] : [row]))
  const lost = (some: readonly number[]): number => some.filter((row) => !boughtAfter(row)).length
  const warnedRows = rows.filter((row) => levels[row] === 'high')
  const silence = (row: number): number => day.conduct.silenceDays[row] ?? 0
  const silentRows = rows.toSorted((one, other) => silence(other) - silence(one)).slice(0, warnedRows.length)
  const [accounts, left, warned, correct] = [rows.length, lost(rows), warnedRows.length, lost(warnedRows)]
  const limits = warned > 0 ? wilsonInterval(correct, warned) : null
  return {
    asOf: isoFromDay(day.asOf),
    until: isoFromDay(until),
    accounts,
    left,
    warned,
    correct,
    precision: warned > 0 ? correct / warned : null,
    precisionLower: limits?.lower ?? null,
    precisionUpper: limits?.upper ?? null,
    recall: left > 0 ? correct / left : null,
    lift: warned > 0 && left > 0 ? correct / warned / (left / accounts) : null,
    naivePrecision: warned > 0 ? lost(silentRows) / warned : null,
  }
}
