import type { AccountField } from '@vitalfew/contract/api/account-filter.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import type { Viewer } from '../../access/index.ts'
import { refuseHidden } from '../list/hidden-fields.ts'
import { type AccountSources, selectedAccounts } from '../list/selected-accounts.ts'
import { isListField, shownColumn } from '../rows/account-columns.ts'

/**
 * A field of some accounts of a run, in the order of their keys; null where it is not known, or the account not there for
 * this person.
 *
 * @throws ProductError `run.none`, `run.notFound`, `accounts.fieldHidden`, `accounts.filterValue` for a field of many values
 */
export async function figuresOfAccounts(
  viewer: Viewer,
  sources: AccountSources,
  wanted: { readonly run: string; readonly keys: readonly string[]; readonly field: AccountField },
): Promise<(number | string | null)[]> {
  const { run, keys, field } = wanted
  if (isListField(field)) throw new ProductError('accounts.filterValue', { field, operator: '=' })
  const { where, parameters, hidden } = await selectedAccounts(viewer, sources, { run })
  refuseHidden([field], hidden)
  const query = defineQuery({
    name: 'figures-of-accounts',
    parameters: z.record(z.string(), z.unknown()),
    row: z.object({ key: z.string(), value: z.union([z.number(), z.string(), z.null()]) }),
    sql: `
SELECT toString(a.account_key) AS key, ${shownColumn(field)} AS value
FROM account_row AS a
WHERE ${where} AND a.account_key IN (SELECT toUInt64(arrayJoin({keys:Array(String)})))`,
  })
  const rows = keys.length === 0 ? [] : await sources.warehouse.rows(query, { ...parameters, keys: [...keys] })
  const found = new Map(rows.map(({ key, value }) => [key, value]))
  return keys.map((key) => found.get(key) ?? null)
}
