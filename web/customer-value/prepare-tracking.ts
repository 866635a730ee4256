import type { CustomerValue } from '@vitalfew/contract/customer-value.ts'

export interface TrackingPoint {
  /** First day of the period. */
  day: string
  actual: number
  expected: number
}

export interface Tracking {
  perPeriod: TrackingPoint[]
  cumulative: TrackingPoint[]
  /** The first period the model had not seen; null where it had seen all. */
  holdoutIndex: number | null
}

/** Purchases of all customers, period by period and added up, and where the part begins that the model had not seen. */
export function prepareTracking(tracking: NonNullable<CustomerValue['tracking']>): Tracking {
  const { periods, holdoutFrom } = tracking
  const running = { actual: 0, expected: 0 }
  const cumulative = periods.map(({ day, actual, expected }) => {
    running.actual += actual
    running.expected += expected
    return { day, ...running }
  })
  const first = holdoutFrom === null ? -1 : periods.findIndex(({ day }) => day >= holdoutFrom)
  return {
    perPeriod: periods,
    cumulative,
    holdoutIndex: first < 0 ? null : first,
  }
}
