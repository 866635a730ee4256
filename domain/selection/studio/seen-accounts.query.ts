import { ProductError } from '@vitalfew/contract/errors.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { accountPredicate, type Viewer } from '../../access/index.ts'
import { runNamed } from '../../accounts/index.ts'
import type { StudioSources } from './sources.ts'

type Sources = Omit<StudioSources, 'ready'>

export interface SeenAccount {
  readonly key: string
  readonly account: string
  readonly accountName: string
}

/** Names travel in the address of a request, whose length is bounded. */
const namesPerStatement = 250

/**
 * An account of the current run that the viewer sees.
 *
 * @throws ProductError `accounts.notFound` for one that is not there, and just so for one that is not for this person
 */
export async function seenAccount(viewer: Viewer, sources: Sources, key: string): Promise<SeenAccount> {
  const isKey = BigInt(key) < 2n ** 64n
  const [found] = isKey ? await seen(viewer, sources, { condition: 'toString(a.account_key)', values: [key] }) : []
  if (found === undefined) throw new ProductError('accounts.notFound', { account: key })
  return found
}

/** Of accounts that are called by these identifiers or names those that the viewer sees. */
export async function seenByName(viewer: Viewer, sources: Sources, names: readonly string[]): Promise<SeenAccount[]> {
  const asked = [...new Set(names)]
  const found: SeenAccount[] = []
  for (let from = 0; from < asked.length; from += namesPerStatement) {
    const values = asked.slice(from, from + namesPerStatement)
    found.push(...(await seen(viewer, sources, { condition: 'a.account', values })))
    found.push(...(await seen(viewer, sources, { condition: 'a.account_name', values })))
  }
  return found
}

async function seen(
  viewer: Viewer,
  { warehouse, database }: Sources,
  { condition, values }: { readonly condition: string; readonly values: readonly string[] },
): Promise<SeenAccount[]> {
  const [run, predicate] = await Promise.all([runNamed(database), accountPredicate(database, viewer)])
  const query = defineQuery({
    name: 'seen-accounts',
    parameters: z.record(z.string(), z.unknown()),
    row: z.object({ key: z.string(), account: z.string(), accountName: z.string() }),
    sql: `
SELECT toString(a.account_key) AS key, a.account AS account, a.account_name AS accountName FROM account_row AS a
WHERE a.run_id = {runId:String} AND ${condition} IN {names:Array(String)} AND ${predicate.on('a.account_key')}`,
  })
  return warehouse.rows(query, { ...predicate.parameters, runId: run.run_id, names: values })
}
