import type { ChosenInRun } from './choose-in-run.ts'
import { loadColumns } from '../columns/load-columns.ts'
import type { StudioEngine } from './sources.ts'

/** The tier that each account has in the run as it is, at the position it has in the columns. */
export interface TiersNow {
  readonly tiers: readonly string[]
  /** Places in `tiers`; beyond it for an account without one. null where nobody has a tier. */
  readonly places: Uint8Array | null
}

export async function tiersNow(
  { warehouse, columnsOf = (wanted) => loadColumns(warehouse, wanted) }: StudioEngine,
  { asked, tiers }: Pick<ChosenInRun, 'asked'> & { readonly tiers: readonly string[] },
): Promise<TiersNow> {
  const { runId, imports, membershipSequence, asOf } = asked
  const previous = { runId, tiers }
  const columns = await columnsOf({ runId, imports, membershipSequence, asOf, models: [], previous })
  return { tiers, places: columns.previous?.tiers ?? null }
}
