import type { PublishedRun } from '../../accounts/index.ts'
import type { StudioSources } from './sources.ts'

/**
 * Until when scores and figures of people count in a run: before its day where somebody asked for a past day; otherwise
 * all that there are, for the day of a run is only the day after the last sale.
 */
export async function knownUntil(
  database: StudioSources['database'],
  run: Pick<PublishedRun, 'job_id' | 'as_of'>,
): Promise<string | undefined> {
  if (run.job_id === null) return undefined
  const job = await database.selectFrom('job').select('input').where('id', '=', run.job_id).executeTakeFirst()
  const input: object = job?.input ?? {}
  return 'asOf' in input && typeof input.asOf === 'string' ? input.asOf : undefined
}
