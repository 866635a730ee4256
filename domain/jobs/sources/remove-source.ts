import { ProductError } from '@vitalfew/contract/errors.ts'
import { sql } from 'kysely'
import { authorise, type Viewer } from '../../access/index.ts'
import type { AccountSources } from '../../accounts/index.ts'
import { recordAudit } from '../../audit/index.ts'
import { knownSources } from '../../imports/index.ts'
import { readSettings } from '../../settings/index.ts'
import { keptSource, type SourceKey, sourceNamed } from './kept-source.ts'
import { nextTime } from './next-time.ts'

const stewards = ['administrator', 'analyst'] as const

/**
 * Puts a source away: it is no longer offered and nothing is fetched. What was imported stays, and so does all that is
 * known of it, for whoever brings it back.
 *
 * @throws ProductError `access.notAllowed`, `import.sourceNotFound`
 */
export async function removeSource(
  viewer: Viewer,
  { warehouse, database }: AccountSources,
  { kind, name }: SourceKey,
): Promise<{ done: true }> {
  authorise(viewer, stewards)
  const isKnown =
    (await sourceNamed(database, { kind, name })) !== undefined ||
    (await knownSources(warehouse)).some((source) => source.kind === kind && source.name === name)
  if (!isKnown) throw new ProductError('import.sourceNotFound', { source: name })
  await database.transaction().execute(async (transaction) => {
    const { id } = await transaction
      .insertInto('import_source')
      .values({
        kind,
        name,
        title: '',
        settings: null,
        on_overlap: null,
        origin: null,
        schedule: null,
        next_at: null,
        last_job: null,
        person_id: viewer.userId,
        person_name: viewer.name,
        version: 1,
      })
      .onConflict((conflict) =>
        conflict.columns(['kind', 'name']).doUpdateSet({ version: sql<number>`import_source.version + 1` }),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
    await transaction.updateTable('import_source').set({ removed_at: new Date() }).where('id', '=', id).execute()
    await recordAudit(transaction, {
      viewer,
      action: 'source.removed',
      subject: `source:${id}`,
      details: { kind, name },
    })
  })
  return { done: true }
}

/**
 * Brings a source back as it was; one with an hour is due at the next one, not for those that have gone by.
 *
 * @throws ProductError `access.notAllowed`, `import.sourceNotFound`
 */
export async function restoreSource(
  viewer: Viewer,
  { database }: Pick<AccountSources, 'database'>,
  { kind, name }: SourceKey,
): Promise<{ done: true }> {
  authorise(viewer, stewards)
  const { timeZone } = await readSettings(database)
  await database.transaction().execute(async (transaction) => {
    const row = await transaction
      .updateTable('import_source')
      .set({ removed_at: null, version: sql<number>`version + 1` })
      .where('kind', '=', kind)
      .where('name', '=', name)
      .where('removed_at', 'is not', null)
      .returningAll()
      .executeTakeFirst()
    if (row === undefined) throw new ProductError('import.sourceNotFound', { source: name })
    const { id, schedule } = keptSource(row)
    const due = nextTime(schedule, { after: new Date(), timeZone })
    await transaction.updateTable('import_source').set({ next_at: due }).where('id', '=', id).execute()
    const details = { kind, name }
    await recordAudit(transaction, { viewer, action: 'source.restored', subject: `source:${id}`, details })
  })
  return { done: true }
}
