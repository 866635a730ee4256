import { randomUUID } from 'node:crypto'
import { AccountView, ColumnSettings } from '@vitalfew/contract/api/account-views.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Viewer } from '../../access/index.ts'
import { recordAudit } from '../../audit/index.ts'

type Database = StoreClient['database']
type ViewContent = Omit<AccountView, 'id' | 'ownerName' | 'isMine'>

const Content = AccountView.pick({ filter: true, search: true, sort: true, columns: true })

/** Views of a person, and those that others share. */
export async function listViews(viewer: Viewer, database: Database): Promise<{ views: AccountView[] }> {
  const rows = await database
    .selectFrom('account_view')
    .selectAll()
    .where((row) => row.or([row('person_id', '=', viewer.userId), row('is_shared', '=', true)]))
    .orderBy('name')
    .orderBy('id')
    .execute()
  const views = rows.flatMap((row) => {
    // A view may name fields that a later version no longer has.
    const content = Content.safeParse(row.content)
    const { id, name, person_name: ownerName, is_shared: isShared } = row
    return content.success
      ? [{ ...content.data, id, name, ownerName, isShared, isMine: row.person_id === viewer.userId }]
      : []
  })
  return { views }
}

export function saveView(viewer: Viewer, database: Database, view: ViewContent): Promise<AccountView> {
  const id = randomUUID()
  const { name, isShared, ...content } = view
  return database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('account_view')
      .values({
        id,
        name,
        content: JSON.stringify(content),
        is_shared: isShared,
        person_id: viewer.userId,
        person_name: viewer.name,
      })
      .execute()
    await recordAudit(transaction, { viewer, action: 'view.saved', subject: `view:${id}`, details: { name } })
    return { ...view, id, ownerName: viewer.name, isMine: true }
  })
}

/** @throws ProductError `view.notFound` for a view that is not this person's to change */
export function changeView(
  viewer: Viewer,
  database: Database,
  { id, ...view }: ViewContent & { readonly id: string },
): Promise<AccountView> {
  const { name, isShared, ...content } = view
  return database.transaction().execute(async (transaction) => {
    const owner = await ownView(viewer, transaction, id)
    await transaction
      .updateTable('account_view')
      .set({ name, content: JSON.stringify(content), is_shared: isShared })
      .where('id', '=', id)
      .execute()
    await recordAudit(transaction, { viewer, action: 'view.changed', subject: `view:${id}`, details: { name } })
    return { ...view, id, ownerName: owner.person_name, isMine: owner.person_id === viewer.userId }
  })
}

/** @throws ProductError `view.notFound` */
export async function removeView(viewer: Viewer, database: Database, id: string): Promise<{ done: true }> {
  await database.transaction().execute(async (transaction) => {
    const { name } = await ownView(viewer, transaction, id)
    await transaction.deleteFrom('account_view').where('id', '=', id).execute()
    await recordAudit(transaction, { viewer, action: 'view.removed', subject: `view:${id}`, details: { name } })
  })
  return { done: true }
}

async function ownView(viewer: Viewer, transaction: Database, id: string) {
  const found = await transaction.selectFrom('account_view').selectAll().where('id', '=', id).executeTakeFirst()
  const isOwn = found?.person_id === viewer.userId || (viewer.role === 'administrator' && found?.is_shared === true)
  if (found === undefined || !isOwn) throw new ProductError('view.notFound')
  return found
}

export async function columnSettings(viewer: Viewer, database: Database): Promise<ColumnSettings> {
  const found = await database
    .selectFrom('account_column')
    .select('content')
    .where('person_id', '=', viewer.userId)
    .executeTakeFirst()
  const content = ColumnSettings.safeParse(found?.content)
  return content.success ? content.data : { columns: [] }
}

/** How somebody likes the columns is nobody else's concern: it is not audited. */
export async function keepColumnSettings(
  viewer: Viewer,
  database: Database,
  settings: ColumnSettings,
): Promise<ColumnSettings> {
  const content = JSON.stringify(settings)
  await database
    .insertInto('account_column')
    .values({ person_id: viewer.userId, content })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ content }))
    .execute()
  return settings
}
