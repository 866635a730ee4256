import { addMonths } from '@vitalfew/methods/calendar/add-months.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'

export interface OriginWindow {
  readonly asOf: string
  readonly until: string
}

export interface BacktestPlan {
  readonly horizonMonths: number
  /** The latest first. */
  readonly origins: readonly OriginWindow[]
}

const horizons = [12, 6, 3, 1] as const
const mostOrigins = 4

/**
 * Past days from which to look ahead: the longest of 12, 6, 3 and 1 months that leaves at least as much history before it,
 * and up to four origins, each a quarter of the horizon earlier, as long as that holds. null where the history is shorter
 * than two months.
 *
 * @param extent first day of the data, and the day up to which it is known (that day itself is not)
 */
export function backtestOrigins({
  firstDay,
  until,
}: {
  readonly firstDay: string
  readonly until: string
}): BacktestPlan | null {
  const end = dayFromIso(until)
  const start = dayFromIso(firstDay)
  for (const horizonMonths of horizons) {
    const step = Math.max(1, horizonMonths / 4)
    const origins = Array.from({ length: mostOrigins }, (_, i) => addMonths(end, -Math.round(i * step))).flatMap(
      (last) => {
        const asOf = addMonths(last, -horizonMonths)
        return addMonths(asOf, -horizonMonths) >= start ? [{ asOf: isoFromDay(asOf), until: isoFromDay(last) }] : []
      },
    )
    if (origins.length > 0) return { horizonMonths, origins }
  }
  return null
}
