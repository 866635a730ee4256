import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { loadPerson } from '../../access/index.ts'
import { recordAudit } from '../../audit/index.ts'
import { readSettings } from '../../settings/index.ts'
import { askForSource, sourceOfFolder } from './ask-for-source.ts'
import { keptSource, type KeptSource } from './kept-source.ts'
import { nextTime } from './next-time.ts'
import type { SourceReach } from './source-reach.ts'

type Database = StoreClient['database']

interface Looking {
  readonly database: Database
  readonly reach: SourceReach
  readonly now?: Date
}

/**
 * Asks for whatever is due: sources whose hour has come, and files that have come to lie in a folder. What came due while no
 * server ran is due now, once. Several servers may look at once: each source is taken by one. Returns how many jobs.
 */
export async function askForDueSources({ database, reach, now = new Date() }: Looking): Promise<number> {
  const { timeZone } = await readSettings(database)
  return database.transaction().execute(async (transaction) => {
    const rows = await transaction
      .selectFrom('import_source')
      .selectAll()
      .where('removed_at', 'is', null)
      .where('schedule', 'is not', null)
      .where((row) => row.or([row('next_at', '<=', now), row('next_at', 'is', null)]))
      .forUpdate()
      .skipLocked()
      .execute()
    let jobs = 0
    for (const row of rows) {
      const source = keptSource(row)
      if (await isUnderWay(transaction, source)) continue
      jobs += await askFor(transaction, { source, reach })
      const due = nextTime(source.schedule, { after: now, timeZone })
      await transaction.updateTable('import_source').set({ next_at: due }).where('id', '=', source.id).execute()
    }
    return jobs
  })
}

async function isUnderWay(transaction: Database, { lastJob }: KeptSource): Promise<boolean> {
  if (lastJob === null) return false
  const job = await transaction.selectFrom('job').select('state').where('id', '=', lastJob).executeTakeFirst()
  return job?.state === 'waiting' || job?.state === 'running'
}

async function askFor(
  transaction: Database,
  { source, reach }: { readonly source: KeptSource; readonly reach: SourceReach },
): Promise<number> {
  const files = await arrived(source, reach)
  if (files?.length === 0) return 0
  const person = await loadPerson(transaction, source.personId)
  const { locale } = person?.viewer ?? { locale: 'zh-CN' as const }
  const viewer = { userId: source.personId, name: source.personName, locale }
  const jobs = await askForSource(transaction, { source, files, viewer })
  await recordAudit(transaction, {
    viewer,
    action: 'source.due',
    subject: `source:${source.id}`,
    details: { kind: source.kind, name: source.name, schedule: source.schedule, jobs },
  })
  return jobs.length
}

/** A folder that is gone for a while has nothing for us; the next look will see. */
async function arrived(source: KeptSource, reach: SourceReach) {
  try {
    return await sourceOfFolder(source, reach)
  } catch (cause) {
    if (cause instanceof ProductError) return []
    throw cause
  }
}
