import { ProductError } from '@vitalfew/contract/errors.ts'
import type { IdentityBand, IdentityOperation } from '@vitalfew/contract/identity.ts'
import type { Viewer } from '../../access/index.ts'
import { runNamed } from '../../accounts/index.ts'
import { authoriseSteward, type IdentitySources } from '../in-turn.ts'
import { membershipChanges, replayOperations, undoneOperations } from '../membership/replay-operations.ts'
import { reviewQueue } from './review-queue.ts'
import { workspaceIdentity } from './workspace-identity.ts'

/** The queue of pairs as a page shows it. */
export async function listReview(
  viewer: Viewer,
  { warehouse, database }: IdentitySources,
  {
    page,
    pageSize,
    band,
  }: { readonly page: number; readonly pageSize: number; readonly band?: IdentityBand | undefined },
) {
  authoriseSteward(viewer)
  const known = await workspaceIdentity(warehouse)
  const { customers, state, decisions, calibration } = known
  const queue = await reviewQueue(customers, { membership: state.membership, decisions, calibration })
  const wanted = band === undefined ? queue : queue.filter((item) => item.band === band)
  return {
    rows: wanted.slice((page - 1) * pageSize, page * pageSize),
    total: wanted.length,
    auto: queue.filter((item) => item.band === 'auto').length,
    answered: new Set(decisions.map(({ left, right }) => `${left} ${right}`)).size,
    pendingChanges: await pendingChanges(database, state.operations),
  }
}

/** Changes by which what counts now differs from what the run everybody sees believed. */
async function pendingChanges(
  database: IdentitySources['database'],
  operations: readonly IdentityOperation[],
): Promise<number> {
  const run = await currentRun(database)
  if (run === undefined) return 0
  const seen = operations.filter(({ sequence, at }) =>
    run.membership_sequence > 0 ? sequence <= run.membership_sequence : new Date(at) <= run.published_at,
  )
  if (membershipChanges(replayOperations(seen), replayOperations(operations)).length === 0) return 0
  const [before, after] = [counting(seen), counting(operations)]
  return (
    [...before].filter((sequence) => !after.has(sequence)).length + [...after].filter((one) => !before.has(one)).length
  )
}

async function currentRun(database: IdentitySources['database']) {
  try {
    return await runNamed(database)
  } catch (cause) {
    if (cause instanceof ProductError && cause.code === 'run.none') return undefined
    throw cause
  }
}

/** Merges and splits that have not been taken back. */
function counting(operations: readonly IdentityOperation[]): ReadonlySet<number> {
  const undone = undoneOperations(operations)
  const changes = operations.filter(({ kind, sequence }) => kind !== 'undo' && !undone.has(sequence))
  return new Set(changes.map(({ sequence }) => sequence))
}
