import { chosen, oneOf, textOf, type RawSearch } from '../app/search-params.ts'
import { salesCuts, type SalesCut } from './sales-cuts.ts'

export const accountTabs = ['summary', 'sales', 'value', 'rhythm', 'behaviour', 'history', 'rows'] as const
export type AccountTab = (typeof accountTabs)[number]

const lineKinds = ['sale', 'return'] as const
export const salesGrains = ['month', 'quarter', 'year'] as const

/** What the address of an account carries: the tab, and what the list of rows is narrowed to. */
export interface AccountSearch {
  tab?: AccountTab
  from?: string
  to?: string
  order?: string
  cut?: SalesCut
  value?: string
  kind?: (typeof lineKinds)[number]
  grain?: (typeof salesGrains)[number]
}

/** A part of the address that is to be otherwise; undefined takes it away. */
export type SearchChange = { [Name in keyof AccountSearch]?: AccountSearch[Name] | undefined }

export function accountSearch(search: RawSearch): AccountSearch {
  return chosen({
    tab: oneOf(search['tab'], accountTabs),
    from: textOf(search['from']),
    to: textOf(search['to']),
    order: textOf(search['order']),
    cut: oneOf(search['cut'], salesCuts),
    value: textOf(search['value']),
    kind: oneOf(search['kind'], lineKinds),
    grain: oneOf(search['grain'], salesGrains),
  })
}
