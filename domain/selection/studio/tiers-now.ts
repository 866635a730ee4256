import { noTier } from '@vitalfew/methods/tiering/tier-codes.ts'
import type { ChosenInRun } from './choose-in-run.ts'
import { loadColumns } from '../columns/load-columns.ts'
import type { StudioSources } from './sources.ts'

/** The tier that each account has in the run as it is, at the position it has in the columns; '' = none. */
export async function tiersNow(
  warehouse: StudioSources['warehouse'],
  { asked, tiers }: Pick<ChosenInRun, 'asked'> & { readonly tiers: readonly string[] },
): Promise<(position: number) => string> {
  const { runId, imports, membershipSequence, asOf } = asked
  const previous = { runId, tiers }
  const columns = await loadColumns(warehouse, { runId, imports, membershipSequence, asOf, models: [], previous })
  const places = columns.previous?.tiers
  return (position) => tiers[places?.[position] ?? noTier] ?? ''
}
