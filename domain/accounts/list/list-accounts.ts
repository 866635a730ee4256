import type { accountFields } from '@vitalfew/contract/api/account-fields.ts'
import { type AccountField, accountFieldNames } from '@vitalfew/contract/api/account-filter.ts'
import { AccountListRow } from '@vitalfew/contract/api/accounts.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import type { Viewer } from '../../access/index.ts'
import { tagsOf } from '../marks/tags-of.query.ts'
import { type AccountColumn, isListField, shownColumn } from '../rows/account-columns.ts'
import { refuseWithoutRows } from '../rows/refuse-without-rows.ts'
import { runOfAnswer } from '../runs/published-runs.ts'
import { segmentsOf } from '../segments/segments-of.query.ts'
import { type AccountSort, accountOrder } from './account-order.ts'
import { refuseHidden } from './hidden-fields.ts'
import {
  type AccountsWanted,
  type AccountSources,
  selectedAccounts,
  type SelectedAccounts,
} from './selected-accounts.ts'
import { selectedTotals } from './selected-totals.ts'

export interface ListAccounts extends AccountsWanted {
  readonly page: number
  readonly pageSize: number
  readonly sort: readonly AccountSort[]
  readonly columns?: readonly AccountField[] | undefined
  readonly withMonths: boolean
}

/**
 * A page of the accounts that a viewer means and may see, with how many there are.
 *
 * @throws ProductError `run.outdated`, and what `selectedAccounts` finds
 */
export async function listAccounts(viewer: Viewer, sources: AccountSources, request: ListAccounts) {
  const selected = await selectedAccounts(viewer, sources, request)
  const { run, hidden } = selected
  refuseHidden(
    request.sort.map(({ field }) => field),
    hidden,
  )
  const wanted = request.columns ?? accountFieldNames
  const [rows, { total, netRevenue }] = await Promise.all([
    pageOfAccounts(sources, selected, request),
    selectedTotals(sources.warehouse, selected),
  ])
  if (total === 0) await refuseWithoutRows(sources.warehouse, run)
  const keys = rows.map(({ key }) => key)
  const [tags, segments] = await Promise.all([
    tagsOf(sources.warehouse, keys),
    wanted.includes('segments') ? segmentsOf(sources.warehouse, { ...selected, runId: run.run_id, keys }) : undefined,
  ])
  return {
    run: runOfAnswer(run),
    rows: rows.map((row) => ({
      ...row,
      ...blanks(wanted, hidden),
      tags: tags.get(row.key) ?? [],
      ...(wanted.includes('segments') ? { segments: segments?.get(row.key) ?? [] } : {}),
    })),
    total,
    netRevenue,
    hiddenFields: [...hidden],
  }
}

const Row = AccountListRow.omit({ tags: true, segments: true })

function pageOfAccounts(
  { warehouse }: AccountSources,
  { where, parameters, hidden }: SelectedAccounts,
  { page, pageSize, sort, columns, withMonths }: ListAccounts,
) {
  const query = defineQuery({
    name: 'page-of-accounts',
    parameters: z.record(z.string(), z.unknown()),
    row: Row,
    sql: `
SELECT toString(a.account_key) AS key, ${shownColumns(columns ?? accountFieldNames, hidden).join(', ')}
  ${withMonths ? ', a.monthly_revenue AS monthlyRevenue' : ''}
FROM account_row AS a
WHERE ${where}
ORDER BY ${accountOrder(sort)}
LIMIT {limit:UInt32} OFFSET {offset:UInt64}
SETTINGS query_plan_max_limit_for_lazy_materialization = 250`,
  })
  return warehouse.rows(query, { ...parameters, limit: pageSize, offset: (page - 1) * pageSize })
}

/** Columns for SELECT; a hidden one does not even leave the warehouse. */
function shownColumns(columns: readonly AccountField[], hidden: ReadonlySet<AccountField>): string[] {
  const fields = new Set<AccountField>(['account', 'accountName', ...columns])
  return [...fields]
    .filter((field): field is AccountColumn => !isListField(field) && !hidden.has(field))
    .map((field) => `${shownColumn(field)} AS ${field}`)
}

type SecretField = {
  [Field in AccountField]: (typeof accountFields)[Field] extends { isProfit: true } | { mayBeProfit: true }
    ? Field
    : never
}[AccountField]

/** A hidden field that was asked for is there and says nothing. */
function blanks(
  columns: readonly AccountField[],
  hidden: ReadonlySet<AccountField>,
): Partial<Record<SecretField, null>> {
  return Object.fromEntries(columns.filter((field) => hidden.has(field)).map((field) => [field, null]))
}
