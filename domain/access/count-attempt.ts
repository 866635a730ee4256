import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { sql } from 'kysely'

export interface AttemptLimit {
  /** What is counted, as `sign-in:<digest of the address>`. */
  readonly key: string
  readonly most: number
  readonly windowSeconds: number
}

/**
 * Counts an attempt, in the store, so that neither a restart nor a second server forgets it.
 *
 * @throws ProductError `request.tooMany` with the seconds to wait
 */
export async function countAttempt(database: StoreClient['database'], limit: AttemptLimit): Promise<void> {
  const { key, most, windowSeconds } = limit
  const window = sql`make_interval(secs => ${windowSeconds})`
  const { rows } = await sql<{ hits: number; seconds: number }>`
    INSERT INTO rate_limit AS known (key, window_start, hits) VALUES (${key}, now(), 1)
    ON CONFLICT (key) DO UPDATE SET
      hits = CASE WHEN known.window_start < now() - ${window} THEN 1 ELSE known.hits + 1 END,
      window_start = CASE WHEN known.window_start < now() - ${window} THEN now() ELSE known.window_start END
    RETURNING hits, ceil(extract(epoch FROM window_start + ${window} - now()))::int AS seconds`.execute(database)
  const [row] = rows
  if (row === undefined || row.hits <= most) return
  throw new ProductError('request.tooMany', { seconds: Math.max(1, row.seconds) })
}
