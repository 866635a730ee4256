import { useLocation, useSearch } from '@tanstack/react-router'
import { accountLevels } from '@vitalfew/contract/identity-names.ts'
import { pageAt, type PageName } from './pages.ts'
import { oneOf, type RawSearch } from './search-params.ts'
import { mayAnalyse, useMe } from './session.ts'

/** Of whom figures are: of accounts, or of groups by one of the relations. */
export type ShownLevel = (typeof accountLevels)[number]

/** Pages whose figures are there for groups as well. */
const pagesWithLevels: ReadonlySet<PageName> = new Set<PageName>([
  'overview',
  'accounts',
  'classification',
  'value',
  'churn',
  'behaviour',
  'selection',
])

/** What every address may carry; accounts are not named. */
export interface LevelSearch {
  grouping?: ShownLevel
}

export function levelSearch(search: RawSearch): LevelSearch {
  const grouping = oneOf(search['grouping'], accountLevels)
  return grouping === undefined ? {} : { grouping }
}

/** Whether the level can be chosen here: groups are for those who see every account. */
export function useHasLevels(): boolean {
  const page = pageAt(useLocation().pathname)
  const sees = mayAnalyse(useMe())
  return sees && page !== undefined && pagesWithLevels.has(page.name)
}

export function useShownLevel(): ShownLevel {
  const { grouping } = useSearch({ strict: false })
  return useHasLevels() ? (grouping ?? 'account') : 'account'
}

/** The run that a page asks about, as a part of its questions: the newest of the level. */
export function useShownRun(): { readonly run?: string } {
  const level = useShownLevel()
  return level === 'account' ? {} : { run: level }
}
