import { chosen, oneOf, textOf, type RawSearch } from '../app/search-params.ts'

export const accountTabs = ['summary', 'sales', 'value', 'rhythm', 'history', 'rows'] as const
export type AccountTab = (typeof accountTabs)[number]

const cuts = ['product', 'category', 'department', 'region', 'salesperson', 'channel'] as const

/** What the address of an account carries: the tab, and what the list of rows is narrowed to. */
export interface AccountSearch {
  tab?: AccountTab
  from?: string
  to?: string
  order?: string
  cut?: (typeof cuts)[number]
  value?: string
}

export function accountSearch(search: RawSearch): AccountSearch {
  return chosen({
    tab: oneOf(search['tab'], accountTabs),
    from: textOf(search['from']),
    to: textOf(search['to']),
    order: textOf(search['order']),
    cut: oneOf(search['cut'], cuts),
    value: textOf(search['value']),
  })
}
