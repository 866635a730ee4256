import { ProductError } from '@vitalfew/contract/errors.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { accountPredicate, type Viewer } from '../../access/index.ts'
import { hiddenAccountFields } from '../list/hidden-fields.ts'
import type { AccountSources } from '../list/selected-accounts.ts'
import { refuseWithoutRows } from '../rows/refuse-without-rows.ts'
import { runSeenBy } from '../runs/published-runs.ts'

export interface AccountWanted {
  readonly key: string
  readonly run?: string | undefined
}

/**
 * An account of a run that a person may see, and what of it is hidden.
 *
 * @throws ProductError `accounts.notFound` for one that is not there, and just so for one that is not for this person
 */
export async function visibleAccount(viewer: Viewer, { warehouse, database }: AccountSources, wanted: AccountWanted) {
  const [run, predicate] = await Promise.all([
    runSeenBy(viewer, database, wanted.run),
    accountPredicate(database, viewer),
  ])
  const query = defineQuery({
    name: 'visible-account',
    parameters: z.record(z.string(), z.unknown()),
    row: z.object({ found: z.int() }),
    sql: `
SELECT count() AS found FROM account_row AS a
WHERE a.run_id = {runId:String} AND a.account_key = toUInt64({key:String}) AND ${predicate.on('a.account_key')}`,
  })
  const isKey = BigInt(wanted.key) < 2n ** 64n
  const parameters = { ...predicate.parameters, runId: run.run_id, key: wanted.key }
  const [row] = isKey ? await warehouse.rows(query, parameters) : []
  if (row === undefined || row.found === 0) {
    await refuseWithoutRows(warehouse, run)
    throw new ProductError('accounts.notFound', { account: wanted.key })
  }
  const [seesProfit, seesAll] = [!viewer.hidden.has('profit'), viewer.scopes === 'all']
  return { run, key: wanted.key, hidden: hiddenAccountFields(viewer, run), seesProfit, seesAll }
}

export type VisibleAccount = Awaited<ReturnType<typeof visibleAccount>>
