import type { AccountField } from '@vitalfew/contract/api/account-filter.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import type { Viewer } from '../../access/index.ts'
import { type AccountColumn, accountColumns, isListField, type ListField } from '../rows/account-columns.ts'
import { exactSum } from '../rows/exact-sum.ts'
import { runOfAnswer } from '../runs/published-runs.ts'
import { refuseHidden } from './hidden-fields.ts'
import {
  type AccountsWanted,
  type AccountSources,
  selectedAccounts,
  type SelectedAccounts,
} from './selected-accounts.ts'

const mostValues = 200

/** How the accounts of a selection are spread over the values of some fields. */
export async function facetAccounts(
  viewer: Viewer,
  sources: AccountSources,
  request: AccountsWanted & { readonly fields: readonly AccountField[] },
) {
  const selected = await selectedAccounts(viewer, sources, request)
  const fields = [...new Set(request.fields)]
  refuseHidden(fields, selected.hidden)
  const facets = await Promise.all(fields.map((field) => facet(sources, selected, field)))
  return { run: runOfAnswer(selected.run), facets, hiddenFields: [...selected.hidden] }
}

async function facet({ warehouse }: AccountSources, selected: SelectedAccounts, field: AccountField) {
  const { where, parameters, segmentations } = selected
  const value = isListField(field) ? 't.name' : column(field)
  const query = defineQuery({
    name: `facet-${field}`,
    parameters: z.record(z.string(), z.unknown()),
    row: z.object({ value: z.string(), accounts: z.int(), netRevenue: z.number() }),
    sql: `
SELECT ${value} AS value, count() AS accounts, ${exactSum('a.net_revenue')} AS netRevenue
FROM account_row AS a
${isListField(field) ? listJoins[field] : ''}
WHERE ${where}
GROUP BY value
ORDER BY value != '', accounts DESC, value
LIMIT ${mostValues}`,
  })
  const rows = await warehouse.rows(query, { ...parameters, segmentations: segmentations.map(({ id }) => id) })
  const unknown = rows.find((row) => row.value === '')
  return { field, values: rows.filter((row) => row.value !== ''), unknown: unknown?.accounts ?? 0 }
}

function column(field: AccountColumn): string {
  return `ifNull(toString(${accountColumns[field]}), '')`
}

const listJoins: Readonly<Record<ListField, string>> = {
  tags: `LEFT JOIN (
  SELECT name, account_key FROM account_mark WHERE kind = 'tag'
  GROUP BY name, account_key HAVING argMax(is_set, sequence) = 1
) AS t ON t.account_key = a.account_key`,
  segments: `LEFT JOIN (
  SELECT DISTINCT toString(segment) AS name, account_key FROM account_segment
  WHERE run_id = {runId:String} AND segmentation IN {segmentations:Array(String)}
) AS t ON t.account_key = a.account_key`,
}
