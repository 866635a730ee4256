import type { AccountFilter } from '@vitalfew/contract/api/account-filter.ts'

/** What the account list is asked so that it shows the accounts of a segment. */
export function segmentFilter(segment: string): AccountFilter {
  return { field: 'segments', operator: 'in', values: [segment] }
}

/** As many accounts as the address of a list can name. */
export const mostInAddress = 150

/** What the account list is asked so that it shows just these accounts, by their codes. */
export function accountsFilter(codes: readonly string[]): AccountFilter {
  return { field: 'account', operator: 'in', values: [...codes] }
}
