import { accountFields, type AccountField } from '@vitalfew/contract/api/account-fields.ts'
import type { AccountFilter } from '@vitalfew/contract/api/account-filter.ts'
import { chosen, textOf, wholeOf, type RawSearch } from '../app/search-params.ts'
import { parseFilter } from './parse-filter.ts'

export interface ListSort {
  field: AccountField
  direction: 'ascending' | 'descending'
}

/** What the address of the list carries: who opens it sees the same list, as far as they may. */
export interface ListSearch {
  page?: number
  pageSize?: number
  search?: string
  sort?: ListSort
  filter?: AccountFilter
}

/** A change of the question: what is undefined is no longer asked. */
export type ListChange = { [Part in keyof ListSearch]?: ListSearch[Part] | undefined }

export function listSearch(search: RawSearch): ListSearch {
  return chosen({
    page: wholeOf(search['page'], { from: 1, to: 1_000_000 }),
    pageSize: wholeOf(search['pageSize'], { from: 1, to: 200 }),
    search: textOf(search['search'])?.slice(0, 200),
    sort: sortOf(search['sort']),
    filter: parseFilter(search['filter']),
  })
}

function sortOf(value: unknown): ListSort | undefined {
  if (typeof value !== 'object' || value === null || !('field' in value && 'direction' in value)) return undefined
  const field = fieldOf(value.field)
  const { direction } = value
  if (field === undefined || (direction !== 'ascending' && direction !== 'descending')) return undefined
  return { field, direction }
}

function fieldOf(value: unknown): AccountField | undefined {
  return accountFieldNames.find((name) => name === value && isSortable(name))
}

/** False where an account may have several values of a field: then there is no order. */
export function isSortable(field: AccountField): boolean {
  return accountFields[field].kind !== 'list'
}

const isField = (name: string): name is AccountField => Object.hasOwn(accountFields, name)

/** Every field of the list, in the order in which columns are offered. */
export const accountFieldNames: readonly AccountField[] = Object.keys(accountFields).filter(isField)
