import type { AccountField, AccountFilter } from '@vitalfew/contract/api/account-filter.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { accountPredicate, type Viewer } from '../../access/index.ts'
import { isListField } from '../rows/account-columns.ts'
import { settleMarks } from '../marks/settle-marks.ts'
import { type PublishedRun, runSeenBy } from '../runs/published-runs.ts'
import { type NamedSegmentation, namedSegmentations } from '../segments/named-segmentations.ts'
import { compileFilter } from './compile-filter.ts'
import { compileSearch } from './compile-search.ts'
import { hiddenAccountFields, refuseHidden } from './hidden-fields.ts'

/** Where verbs on accounts find what they ask. */
export interface AccountSources {
  readonly warehouse: Warehouse
  readonly database: StoreClient['database']
}

export interface AccountsWanted {
  readonly run?: string | undefined
  readonly filter?: AccountFilter | undefined
  readonly search?: string | undefined
}

/** Accounts that a person means and may see: the end of a query over `account_row AS a`, with everything bound to it. */
export interface SelectedAccounts {
  readonly run: PublishedRun
  readonly hidden: ReadonlySet<AccountField>
  /** The saved segmentations that the viewer may know of. */
  readonly segmentations: readonly NamedSegmentation[]
  readonly where: string
  readonly parameters: Readonly<Record<string, unknown>>
  /** What the answer may be remembered by; undefined where it depends on who asks or on what changes. */
  readonly stableKey: string | undefined
}

/**
 * Everything that decides which accounts a query is about, taken together: the run, what the viewer may see, the filter
 * and the search.
 *
 * @throws ProductError `run.none`, `run.notFound`, `accounts.fieldHidden`, `accounts.filterTooLarge`, `accounts.filterValue`
 */
export async function selectedAccounts(
  viewer: Viewer,
  { warehouse, database }: AccountSources,
  wanted: AccountsWanted,
): Promise<SelectedAccounts> {
  const [run, predicate, segmentations] = await Promise.all([
    runSeenBy(viewer, database, wanted.run),
    accountPredicate(database, viewer),
    namedSegmentations(viewer, database),
    settleMarks({ warehouse, database }),
  ])
  const filter = compileFilter(wanted.filter)
  const search = compileSearch(wanted.search)
  const hidden = hiddenAccountFields(viewer, run)
  refuseHidden(filter.fields, hidden)
  const asked = filter.fields.has('segments') ? { segmentations: segmentations.map(({ id }) => id) } : {}
  const own = { ...filter.parameters, ...search.parameters, ...asked, runId: run.run_id }
  const isStable = predicate.seesAll && ![...filter.fields].some(isListField)
  return {
    run,
    hidden,
    segmentations,
    where: `a.run_id = {runId:String} AND ${predicate.on('a.account_key')} AND ${filter.sql} AND ${search.sql}`,
    parameters: { ...own, ...predicate.parameters },
    stableKey: isStable ? JSON.stringify([filter.sql, search.sql, own]) : undefined,
  }
}
