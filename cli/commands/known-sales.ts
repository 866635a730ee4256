import { unstatedCurrency } from '@vitalfew/contract/currency.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { membershipSequenceAt } from '@vitalfew/domain/identity/index.ts'
import { dataExtent } from '@vitalfew/domain/metrics/index.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { SalesOptions } from './sales-options.ts'

const endOfTime = '2299-12-31'

/** How far the sales reach, and where we stand: after the last day, but not beyond today. */
export async function knownSales(
  warehouse: Warehouse,
  imports: number[],
  options: Pick<SalesOptions, 'asOf' | 'currency' | 'level'>,
) {
  const [extent] = await warehouse.rows(dataExtent, { imports, before: options.asOf ?? endOfTime })
  if (extent === undefined || extent.lines === 0) {
    throw new ProductError('analysis.nothingToAnalyse', { asOf: options.asOf ?? endOfTime })
  }
  const today = new Date().toISOString().slice(0, 10)
  const isAhead = options.asOf === undefined && extent.lastDay > today && extent.firstDay <= today
  const asOf = options.asOf ?? nextDay(isAhead ? today : extent.lastDay)
  const [known] = isAhead ? await warehouse.rows(dataExtent, { imports, before: asOf }) : []
  const [onlyCurrency, ...otherCurrencies] = extent.currencies
  const found = otherCurrencies.length === 0 ? onlyCurrency : undefined
  return {
    asOf,
    laterLines: known === undefined ? 0 : extent.lines - known.lines,
    firstDay: extent.firstDay,
    /** Every merge and split of customers that there is now, at the level that was asked for. */
    membershipSequence: await membershipSequenceAt(warehouse, options.level ?? 'account'),
    currency: options.currency ?? found ?? unstatedCurrency,
  }
}

function nextDay(iso: string): string {
  return isoFromDay(dayFromIso(iso) + 1)
}
