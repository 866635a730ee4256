import type { CustomerValue } from '@vitalfew/contract/customer-value.ts'
import { expectedPurchases } from '@vitalfew/methods/buy-till-you-die/expected-purchases.ts'
import type { PurchaseParameters } from '@vitalfew/methods/buy-till-you-die/purchase-parameters.ts'
import { addMonths } from '@vitalfew/methods/calendar/add-months.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import type { FitData } from '../fitting/fit-tasks.ts'
import type { AccountPurchases } from '../purchases/account-purchases.ts'

/** Longer histories are tracked by months, shorter ones by weeks. */
const longestWeeklyDays = 735

interface Tracked {
  readonly parameters: PurchaseParameters
  /** Last day the parameters know. */
  readonly until: number
  /** Last day of the data. */
  readonly end: number
  readonly hasHoldout: boolean
}

/** Repeat purchases by period of those known at the end of calibration, as they came and as the model expected them. */
export function trackedPurchases(
  { purchases, observation }: Extract<FitData, { kind: 'days' }>,
  { parameters, until, end, hasHoldout }: Tracked,
): CustomerValue['tracking'] {
  const { newcomers, repeats, from } = purchasesByDay(purchases, { until, end })
  if (newcomers.size === 0 || end <= from) return null
  const starts = periodStarts({ from, until, end })
  const expectedBy = expectedCurve(parameters, observation.unitDays)
  const cumulative = [...starts.slice(1), end + 1].map((next) => {
    let sum = 0
    for (const [first, customers] of newcomers) if (first < next) sum += customers * expectedBy(next - 1 - first)
    return sum
  })
  const actual = starts.map(() => 0)
  let period = 0
  for (const [day, count] of [...repeats].toSorted(([a], [b]) => a - b)) {
    while ((starts[period + 1] ?? Infinity) <= day) period++
    actual[period] = (actual[period] ?? 0) + count
  }
  return {
    holdoutFrom: hasHoldout ? isoFromDay(until + 1) : null,
    periods: starts.map((day, i) => ({
      day: isoFromDay(day),
      actual: actual[i] ?? 0,
      expected: (cumulative[i] ?? 0) - (cumulative[i - 1] ?? 0),
    })),
  }
}

/** Customers by their first day, and their repeat purchases by day. */
function purchasesByDay(
  { offsets, days, bought, keys }: AccountPurchases,
  { until, end }: { readonly until: number; readonly end: number },
) {
  const newcomers = new Map<number, number>()
  const repeats = new Map<number, number>()
  let from = Infinity
  for (let account = 0; account < keys.length; account++) {
    let isKnown = false
    for (let entry = offsets[account] ?? 0; entry < (offsets[account + 1] ?? 0); entry++) {
      const day = days[entry] ?? 0
      if (bought[entry] !== 1) continue
      if (day > (isKnown ? end : until)) break
      const counts = isKnown ? repeats : newcomers
      counts.set(day, (counts.get(day) ?? 0) + 1)
      from = Math.min(from, day)
      isKnown = true
    }
  }
  return { newcomers, repeats, from }
}

/** First days of the periods; one of them begins where calibration ends. */
function periodStarts({ from, until, end }: { from: number; until: number; end: number }): number[] {
  const edge = until + 1
  const weekly = end - from <= longestWeeklyDays
  const startOf = (number: number): number => (weekly ? edge + 7 * number : addMonths(edge, number))
  let number = 0
  while (startOf(number) > from) number--
  const starts: number[] = []
  while (startOf(number) <= end) starts.push(startOf(number++))
  return starts
}

/** Expected repeat purchases of a newcomer by age in days, each age computed once. */
function expectedCurve(parameters: PurchaseParameters, unitDays: number): (ageDays: number) => number {
  const known = new Map<number, number>()
  return (ageDays) => {
    const found = known.get(ageDays) ?? expectedPurchases(parameters, ageDays / unitDays)
    known.set(ageDays, found)
    return found
  }
}
