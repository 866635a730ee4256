import type { AccountField } from '@vitalfew/contract/api/account-filter.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import type { Viewer } from '../../access/index.ts'
import { type AccountColumn, accountColumns } from '../rows/account-columns.ts'
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

async function facet({ warehouse }: AccountSources, { where, parameters }: SelectedAccounts, field: AccountField) {
  const value = field === 'tags' ? tagValue : column(field)
  const query = defineQuery({
    name: `facet-${field}`,
    parameters: z.record(z.string(), z.unknown()),
    row: z.object({ value: z.string(), accounts: z.int(), netRevenue: z.number() }),
    sql: `
SELECT ${value} AS value, count() AS accounts, ${exactSum('a.net_revenue')} AS netRevenue
FROM account_row AS a
${field === 'tags' ? tagJoin : ''}
WHERE ${where}
GROUP BY value
ORDER BY value != '', accounts DESC, value
LIMIT ${mostValues}`,
  })
  const rows = await warehouse.rows(query, { ...parameters })
  const unknown = rows.find((row) => row.value === '')
  return { field, values: rows.filter((row) => row.value !== ''), unknown: unknown?.accounts ?? 0 }
}

function column(field: AccountColumn): string {
  return `ifNull(toString(${accountColumns[field]}), '')`
}

const tagValue = 't.name'
const tagJoin = `LEFT JOIN (
  SELECT name, account_key FROM account_mark WHERE kind = 'tag'
  GROUP BY name, account_key HAVING argMax(is_set, sequence) = 1
) AS t ON t.account_key = a.account_key`
