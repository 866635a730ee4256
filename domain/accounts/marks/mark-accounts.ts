import type { AccountsMeant, MarkChange } from '@vitalfew/contract/api/account-marks.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { StoreTables } from '@vitalfew/store/tables.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import { accountPredicate, authorise, type Viewer } from '../../access/index.ts'
import { recordAudit } from '../../audit/index.ts'
import { type AccountSources, selectedAccounts } from '../list/selected-accounts.ts'
import { newestRun } from '../runs/published-runs.ts'
import { settleMarks } from './settle-marks.ts'
import { tagsInUse } from './tags-of.query.ts'

const mostAccounts = 10_000

export interface MarkAccounts {
  readonly kind: 'tag' | 'assignment'
  /** The tag, or whose accounts they become. */
  readonly name: string
  readonly action: 'set' | 'clear'
  readonly accounts: AccountsMeant
}

/**
 * Sets or clears a mark on accounts that a person means and may see.
 *
 * @throws ProductError `accounts.tooMany`, `access.notAllowed`, `access.notFound` for a person who is not there
 */
export async function markAccounts(viewer: Viewer, sources: AccountSources, mark: MarkAccounts): Promise<MarkChange> {
  const leaders = ['administrator', 'analyst', 'manager'] as const
  authorise(viewer, mark.kind === 'assignment' ? leaders : [...leaders, 'accountManager'])
  if (mark.kind === 'assignment') await requirePerson(sources.database, mark.name)
  const keys = await keysToChange(viewer, sources, mark)
  const change = await sources.database.transaction().execute(async (transaction) => {
    const { kind, name, action } = mark
    const row = await transaction
      .insertInto('account_change')
      .values({ kind, name, action, account_keys: keys, undoes: null, ...by(viewer) })
      .returningAll()
      .executeTakeFirstOrThrow()
    const details = { name, action, accounts: keys.length }
    await recordAudit(transaction, { viewer, action: `account.${kind}`, subject: `change:${row.id}`, details })
    return row
  })
  await settleMarks(sources)
  return shown(change, false)
}

/**
 * Takes a change back: exactly the accounts it changed are as before.
 *
 * @throws ProductError `change.notFound`, `change.twice`
 */
export async function undoMarks(viewer: Viewer, sources: AccountSources, id: number): Promise<MarkChange> {
  authorise(viewer, ['administrator', 'analyst', 'manager', 'accountManager'])
  const change = await sources.database.transaction().execute(async (transaction) => {
    const found = await transaction
      .selectFrom('account_change')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    const isOwn = found?.person_id === viewer.userId || viewer.role === 'administrator'
    if (found === undefined || !isOwn) throw new ProductError('change.notFound', { change: id })
    const taken = await transaction
      .selectFrom('account_change')
      .select('id')
      .where('undoes', '=', id)
      .executeTakeFirst()
    if (taken !== undefined) throw new ProductError('change.twice', { change: id })
    const { kind, name, account_keys } = found
    const action = found.action === 'set' ? 'clear' : 'set'
    await transaction
      .insertInto('account_change')
      .values({ kind, name, action, account_keys, undoes: id, ...by(viewer) })
      .execute()
    await recordAudit(transaction, { viewer, action: `account.${kind}Undone`, subject: `change:${id}` })
    return found
  })
  await settleMarks(sources)
  return shown(change, true)
}

/** The last changes of a person that can be taken back, the newest first. */
export async function listMarkChanges(viewer: Viewer, { database }: Pick<AccountSources, 'database'>) {
  const rows = await database
    .selectFrom('account_change as made')
    .leftJoin('account_change as back', 'back.undoes', 'made.id')
    .selectAll('made')
    .select('back.id as undone_by')
    .where('made.person_id', '=', viewer.userId)
    .where('made.undoes', 'is', null)
    .orderBy('made.id', 'desc')
    .limit(50)
    .execute()
  return { changes: rows.map((row) => shown(row, row.undone_by !== null)) }
}

/** Tags in use on the accounts that a person may see, with how many there are. */
export async function listTags(viewer: Viewer, sources: AccountSources) {
  await settleMarks(sources)
  const predicate = await accountPredicate(sources.database, viewer)
  const rows = await sources.warehouse.rows(tagsInUse(predicate), await tagParameters(sources, predicate.parameters))
  return { tags: rows }
}

async function tagParameters({ database }: AccountSources, own: Readonly<Record<string, unknown>>) {
  const newest = await newestRun(database, 'account')
  return { ...own, runId: newest?.run_id ?? '' }
}

async function requirePerson(database: StoreClient['database'], id: string): Promise<void> {
  const found = await database.selectFrom('person').select('id').where('id', '=', id).executeTakeFirst()
  if (found === undefined) throw new ProductError('access.notFound')
}

/** Accounts that the change is really one for: those that have the mark already, or have not, are left out. */
async function keysToChange(viewer: Viewer, sources: AccountSources, mark: MarkAccounts): Promise<string[]> {
  const { accounts, kind, name, action } = mark
  const isNamed = 'keys' in accounts
  const selected = await selectedAccounts(viewer, sources, isNamed ? {} : accounts)
  const marked = `a.account_key IN (
    SELECT account_key FROM account_mark WHERE kind = {markKind:String} AND name = {markName:String}
    GROUP BY account_key HAVING argMax(is_set, sequence) = 1)`
  const query = defineQuery({
    name: 'accounts-to-mark',
    parameters: z.record(z.string(), z.unknown()),
    row: z.object({ key: z.string() }),
    sql: `
SELECT toString(a.account_key) AS key FROM account_row AS a
WHERE ${selected.where} AND ${action === 'set' ? 'NOT ' : ''}${marked}
  ${isNamed ? 'AND a.account_key IN (SELECT toUInt64OrZero(arrayJoin({meant:Array(String)})))' : ''}
ORDER BY a.account_key
LIMIT ${mostAccounts + 1}`,
  })
  const meant = isNamed ? { meant: accounts.keys } : {}
  const parameters = { ...selected.parameters, ...meant, markKind: kind, markName: name }
  const rows = await sources.warehouse.rows(query, parameters)
  if (rows.length > mostAccounts) {
    throw new ProductError('accounts.tooMany', { limit: mostAccounts, found: `> ${mostAccounts}` })
  }
  return rows.map(({ key }) => key)
}

function by(viewer: Viewer) {
  return { person_id: viewer.userId, person_name: viewer.name }
}

function shown(row: Selectable<StoreTables['account_change']>, isUndone: boolean): MarkChange {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    action: row.action,
    accounts: row.account_keys.length,
    madeBy: row.person_name,
    at: row.made_at.toISOString(),
    isUndone,
  }
}
