import type { SourceChange, SourceOrigin, SourceSchedule } from '@vitalfew/contract/api/import-sources.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { sql } from 'kysely'
import { authorise, type Viewer } from '../../access/index.ts'
import { recordAudit } from '../../audit/index.ts'
import { soundAddress } from '../../imports/index.ts'
import { readSettings } from '../../settings/index.ts'
import { type KeptSource, sourceNamed } from './kept-source.ts'
import { nextTime } from './next-time.ts'
import { allowedFolder, type SourceReach } from './source-reach.ts'

type Database = StoreClient['database']

/**
 * Says how files of a source are read, where they are fetched from and when. Where the server goes, and when, only an
 * administrator says; it goes on behalf of whoever said so last.
 *
 * @throws ProductError `access.notAllowed`, `import.sourceChanged`, `import.scheduleNeedsOrigin`, `origin.*`
 */
export async function saveSource(
  viewer: Viewer,
  { database, reach }: { readonly database: Database; readonly reach: SourceReach },
  { kind, name, version, ...change }: SourceChange,
): Promise<{ done: true }> {
  authorise(viewer, ['administrator', 'analyst'])
  const isConnecting = change.origin !== undefined || change.schedule !== undefined
  if (isConnecting) authorise(viewer, ['administrator'])
  await requireOrigin(change.origin ?? null, reach)
  const { timeZone } = await readSettings(database)
  await database.transaction().execute(async (transaction) => {
    const before = await sourceNamed(transaction, { kind, name })
    if ((before?.version ?? 0) !== version) throw new ProductError('import.sourceChanged', { source: name })
    const after = changed(before, change)
    requireSchedule(after)
    const isNewOrigin = JSON.stringify(after.origin) !== JSON.stringify(before?.origin ?? null)
    const isNewTime = JSON.stringify(after.schedule) !== JSON.stringify(before?.schedule ?? null)
    const row = {
      title: after.title,
      settings: jsonOf(after.settings),
      on_overlap: after.onOverlap,
      origin: jsonOf(after.origin),
      schedule: jsonOf(after.schedule),
      next_at: isNewTime ? nextTime(after.schedule, { after: new Date(), timeZone }) : (before?.nextAt ?? null),
      seen: JSON.stringify(isNewOrigin ? {} : (before?.seen ?? {})),
      last_job: before?.lastJob ?? null,
      person_id: isConnecting || before === undefined ? viewer.userId : before.personId,
      person_name: isConnecting || before === undefined ? viewer.name : before.personName,
      version: version + 1,
    }
    const written = await transaction
      .insertInto('import_source')
      .values({ kind, name, ...row })
      .onConflict((conflict) =>
        conflict
          .columns(['kind', 'name'])
          .doUpdateSet({ ...row, removed_at: null })
          .where('import_source.version', '=', version),
      )
      .returning(sql<string>`id::text`.as('id'))
      .executeTakeFirst()
    if (written === undefined) throw new ProductError('import.sourceChanged', { source: name })
    const details = { kind, name, ...change }
    await recordAudit(transaction, { viewer, action: 'source.saved', subject: `source:${written.id}`, details })
  })
  return { done: true }
}

type After = Pick<KeptSource, 'title' | 'settings' | 'onOverlap' | 'origin' | 'schedule'>

function changed(before: KeptSource | undefined, change: Omit<SourceChange, 'kind' | 'name' | 'version'>): After {
  return {
    title: change.title ?? before?.title ?? '',
    settings: change.settings ?? before?.settings ?? null,
    onOverlap: change.onOverlap === undefined ? (before?.onOverlap ?? null) : change.onOverlap,
    origin: change.origin === undefined ? (before?.origin ?? null) : change.origin,
    schedule: change.schedule === undefined ? (before?.schedule ?? null) : change.schedule,
  }
}

function jsonOf(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value)
}

async function requireOrigin(origin: SourceOrigin | null, reach: SourceReach): Promise<void> {
  if (origin?.kind === 'folder') await allowedFolder(origin.folder, reach)
  if (origin?.kind !== 'address') return
  const scheme = soundAddress(origin.from)
  const isDatabase = scheme === 'postgres' || scheme === 'mysql' || scheme.startsWith('clickhouse')
  if (isDatabase && origin.query.trim() === '') {
    throw new ProductError('argument.invalid', { argument: 'query', value: '', expected: 'SELECT …' })
  }
}

function requireSchedule({ origin, schedule }: { origin: SourceOrigin | null; schedule: SourceSchedule | null }): void {
  if (schedule === null) return
  const waitsForFiles = schedule.every === 'arrival'
  if (origin === null || (waitsForFiles && origin.kind !== 'folder')) {
    throw new ProductError('import.scheduleNeedsOrigin')
  }
}
