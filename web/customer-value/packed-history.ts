import type { AliveHistory } from '@vitalfew/contract/customer-value.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'

/** A history as counts of days since its first: a fifth of what dates would take. */
export interface PackedHistory {
  account: string
  accountName: string
  from: number
  days: number[]
  alive: number[]
  purchases: number[]
}

/** Probabilities keep four decimals: a page shows three. */
export function packHistory({ account, accountName, points, purchaseDays }: AliveHistory): PackedHistory {
  const from = dayFromIso(points[0]?.day ?? purchaseDays[0] ?? '1970-01-01')
  return {
    account,
    accountName,
    from,
    days: points.map(({ day }) => dayFromIso(day) - from),
    alive: points.map(({ pAlive }) => Math.round(pAlive * 1e4) / 1e4),
    purchases: purchaseDays.map((day) => dayFromIso(day) - from),
  }
}

export function unpackHistory({ account, accountName, from, days, alive, purchases }: PackedHistory): AliveHistory {
  return {
    account,
    accountName,
    points: days.map((day, index) => ({ day: isoFromDay(from + day), pAlive: alive[index] ?? 0 })),
    purchaseDays: purchases.map((day) => isoFromDay(from + day)),
  }
}
