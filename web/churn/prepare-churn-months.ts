import type { Churn } from '@vitalfew/contract/churn.ts'

export interface ChurnMonths {
  points: Churn['months']
  /** Accounts that left in the last twelve months and the revenue that went with them. */
  lastYear: { months: number; left: number; returned: number; revenueLost: number }
  hasAny: boolean
}

/** The churn rate month by month; months in which nobody could leave are not drawn at the start. */
export function prepareChurnMonths(months: Churn['months']): ChurnMonths {
  const first = months.findIndex(({ rate }) => rate.accounts > 0)
  const points = first < 0 ? [] : months.slice(first)
  const recent = points.slice(-12)
  return {
    points,
    lastYear: {
      months: recent.length,
      left: recent.reduce((sum, { rate }) => sum + rate.left, 0),
      returned: recent.reduce((sum, month) => sum + month.returned, 0),
      revenueLost: recent.reduce((sum, { rate }) => sum + rate.revenueLost, 0),
    },
    hasAny: points.length > 1,
  }
}
