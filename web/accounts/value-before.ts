import type { AccountPage } from '@vitalfew/contract/api/account-page.ts'

/**
 * What an account brought in the last twelve months, counted as its future value is: beside a year of profit to come only
 * a year of profit can stand. null where that is not known, or where what is to come covers another time.
 */
export function valueBefore({
  foreseen,
  months,
  row,
}: Pick<AccountPage, 'foreseen' | 'months'> & {
  readonly row: Pick<AccountPage['row'], 'revenueLast12Months'>
}): number | null {
  if (foreseen === null || foreseen.horizonMonths !== 12) return null
  switch (foreseen.basis) {
    case 'netRevenue':
      return row.revenueLast12Months * foreseen.margin
    case 'grossProfit':
      return profitOf(months.slice(-12))
    case 'contribution':
    case 'purchases':
      return null
  }
}

function profitOf(months: AccountPage['months']): number | null {
  let sum = 0
  for (const { grossProfit } of months) {
    if (grossProfit === null) return null
    sum += grossProfit
  }
  return sum
}
