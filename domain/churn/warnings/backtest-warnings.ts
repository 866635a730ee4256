import type { WarningBacktest } from '@vitalfew/contract/churn.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { accountLevels } from './account-levels.ts'
import type { JudgedPast, SignalScales } from './signal-scales.ts'
import { warningResult } from './warning-result.ts'

/**
 * Who was of level high at a past day, and who of all accounts that had not left then did not buy in the horizon after it.
 */
export function backtestWarnings(
  { day, boughtAfter }: JudgedPast,
  { scales, until }: { readonly scales: SignalScales; readonly until: number },
): WarningBacktest {
  const past = accountLevels(day, scales).flatMap((level, row) => {
    if (level === null || level === 'left') return []
    const silence = day.conduct.silenceDays[row] ?? 0
    return [{ warned: level === 'high', left: !boughtAfter(row), naiveOrder: -silence }]
  })
  return { asOf: isoFromDay(day.asOf), until: isoFromDay(until), ...warningResult(past) }
}
