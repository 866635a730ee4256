import type { Churn } from '@vitalfew/contract/churn.ts'
import { firstDayOfMonth } from '@vitalfew/methods/calendar/first-day-of-month.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { monthIndex } from '@vitalfew/methods/calendar/month-index.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { churnEvents } from './churn-months.query.ts'
import { churnRate } from './churn-rate.ts'

const mostMonths = 24

/** Who was a customer when each whole month began, and who was counted as gone in it. */
export async function churnMonths(
  warehouse: Warehouse,
  { runId, asOf }: { readonly runId: string; readonly asOf: number },
): Promise<Churn['months']> {
  const events = await warehouse.rows(churnEvents, { runId })
  const first = events[0]?.month
  if (first === undefined) return []
  // The month of asOf is not over when the day begins.
  const end = monthIndex(asOf)
  const byMonth = new Map(events.map((event) => [event.month, event]))
  const months: Churn['months'] = []
  let accounts = 0
  for (let month = first; month < end; month++) {
    const { began = 0, left = 0, wonBack = 0, returned = 0, revenueLost = 0 } = byMonth.get(month) ?? {}
    if (month > first) {
      const rate = churnRate({ accounts, left, wonBack, revenueLost })
      months.push({ month: isoFromDay(firstDayOfMonth(month)), rate, returned })
    }
    accounts += began + returned - left
  }
  return months.slice(-mostMonths)
}
