import type { AccountField } from '@vitalfew/contract/api/account-filter.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { accountColumns, isListField } from '../rows/account-columns.ts'

export interface AccountSort {
  readonly field: AccountField
  readonly direction: 'ascending' | 'descending'
}

/**
 * ORDER BY of a list. The key of the table comes last, so that every order is one order and pages do not overlap; what is
 * not known comes after what is.
 *
 * @throws ProductError `accounts.notSortable` for a field of many values
 */
export function accountOrder(sort: readonly AccountSort[]): string {
  const parts = sort.map(({ field, direction }) => {
    if (isListField(field)) throw new ProductError('accounts.notSortable', { field })
    if (field === 'netRevenue') return `-a.net_revenue ${direction === 'descending' ? 'ASC' : 'DESC'}`
    return `${accountColumns[field]} ${direction === 'descending' ? 'DESC' : 'ASC'} NULLS LAST`
  })
  const isBackwards = sort[0]?.field === 'netRevenue' && sort[0].direction === 'ascending' && sort.length === 1
  const [last] = isBackwards ? ['a.account DESC, a.account_key DESC'] : ['-a.net_revenue, a.account, a.account_key']
  return [...parts, last].join(', ')
}
