import type { Cohort, CohortAge, PurchaseCohorts } from '@vitalfew/contract/purchase-behaviour.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { wilsonInterval } from '@vitalfew/methods/churn/wilson-interval.ts'
import { firstDayOfPeriod } from '@vitalfew/methods/cohort/first-day-of-period.ts'
import { type CohortPeriod, periodIndex } from '@vitalfew/methods/cohort/period-index.ts'
import { median } from '@vitalfew/methods/metrics/median.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { BehaviourRequest } from '../behaviour-scope.ts'
import { withoutMerges } from '../../metrics/index.ts'
import { cohortCells } from './cohort-cells.query.ts'

/** Cohorts smaller than this are shown, but no median is taken over them. */
const smallCohort = 20

/** Accounts by the period of their first purchase: how many bought again, and what they brought. */
export async function purchaseCohorts(
  warehouse: Warehouse,
  { scope, currency, period }: BehaviourRequest & { readonly period: CohortPeriod },
): Promise<PurchaseCohorts> {
  const rows = await warehouse.rows(withoutMerges(cohortCells, scope), { ...scope, period })
  const outside = rows.filter(({ cohort }) => cohort === null)
  const today = periodIndex(dayFromIso(scope.asOf), period)
  const cells = rows.flatMap(({ cohort, ...cell }) => (cohort === null ? [] : [{ cohort, ...cell }]))
  const cohorts = [...Map.groupBy(cells, ({ cohort }) => cohort)].map(([cohort, own]) => {
    // A period that the day of the run opens has not begun.
    const isOpening = firstDayOfPeriod(today, period) === dayFromIso(scope.asOf)
    return cohortOf(cohort, own, { today, last: isOpening ? today - 1 : today, period })
  })
  return {
    asOf: scope.asOf,
    currency,
    period,
    cohorts,
    ages: agesOf(cohorts),
    withoutPurchase: outside.reduce((sum, { begun }) => sum + begun, 0),
    revenueOutside: outside.reduce((sum, { revenue }) => sum + revenue, 0),
  }
}

interface KnownCell {
  readonly age: number
  readonly active: number
  readonly revenue: number
}

function cohortOf(
  cohort: number,
  cells: readonly KnownCell[],
  { today, last, period }: { readonly today: number; readonly last: number; readonly period: CohortPeriod },
): Cohort {
  const byAge = new Map(cells.map((cell) => [cell.age, cell]))
  const accounts = byAge.get(0)?.active ?? 0
  const ages = Array.from({ length: last - cohort + 1 }, (_, age) => age)
  return {
    cohort: isoFromDay(firstDayOfPeriod(cohort, period)),
    accounts,
    revenue: cells.reduce((sum, { revenue }) => sum + revenue, 0),
    cells: ages.map((age) => {
      const { active = 0, revenue = 0 } = byAge.get(age) ?? {}
      return {
        age,
        active,
        retention: active / accounts,
        ...wilsonInterval(active, accounts),
        revenue,
        revenuePerAccount: revenue / accounts,
        complete: cohort + age < today,
      }
    }),
  }
}

/** All cohorts that have come to an age in full, together. */
function agesOf(cohorts: readonly Cohort[]): CohortAge[] {
  const longest = Math.max(0, ...cohorts.map(({ cells }) => cells.length))
  return Array.from({ length: longest }, (_, age) => age).flatMap((age): CohortAge[] => {
    const known = cohorts.flatMap(({ accounts, cells }) => {
      const cell = cells[age]
      return cell?.complete === true ? [{ accounts, cell }] : []
    })
    if (known.length === 0) return []
    const accounts = known.reduce((sum, item) => sum + item.accounts, 0)
    const active = known.reduce((sum, { cell }) => sum + cell.active, 0)
    const revenue = known.reduce((sum, { cell }) => sum + cell.revenue, 0)
    const large = known.filter((item) => item.accounts >= smallCohort).map(({ cell }) => cell.retention)
    return [
      {
        age,
        cohorts: known.length,
        accounts,
        active,
        retention: active / accounts,
        ...wilsonInterval(active, accounts),
        medianRetention: median(large),
        revenuePerAccount: revenue / accounts,
      },
    ]
  })
}
