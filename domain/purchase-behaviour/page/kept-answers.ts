import { createHash } from 'node:crypto'
import type { StoreClient } from '@vitalfew/store/client.ts'

type Database = StoreClient['database']

/** Answers that are kept; the oldest make room. */
const mostKept = 300

const underWay = new Map<string, Promise<unknown>>()

/**
 * An answer that was worked out before, or else worked out now and kept. It is remembered by everything that decides it;
 * whoever asks the same while it is under way waits for it.
 */
export async function keptAnswer(
  database: Database,
  { runId, asked }: { readonly runId: string; readonly asked: object },
  work: () => Promise<unknown>,
): Promise<unknown> {
  const digest = createHash('sha256').update(JSON.stringify({ runId, asked })).digest('hex')
  const [known] = await database.selectFrom('behaviour_answer').select('answer').where('digest', '=', digest).execute()
  if (known !== undefined) return known.answer
  const begun = underWay.get(digest)
  if (begun !== undefined) return begun
  const found = work().then(async (answer) => {
    await keep(database, { digest, runId, answer })
    return answer
  })
  underWay.set(digest, found)
  try {
    return await found
  } finally {
    underWay.delete(digest)
  }
}

async function keep(
  database: Database,
  { digest, runId, answer }: { readonly digest: string; readonly runId: string; readonly answer: unknown },
): Promise<void> {
  const row = { digest, run_id: runId, answer: JSON.stringify(answer) }
  await database
    .insertInto('behaviour_answer')
    .values(row)
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .execute()
  await database
    .deleteFrom('behaviour_answer')
    .where('digest', 'in', (all) =>
      all.selectFrom('behaviour_answer').select('digest').orderBy('made_at', 'desc').orderBy('digest').offset(mostKept),
    )
    .execute()
}
