import { ProductError } from '@vitalfew/contract/errors.ts'
import type { TierMigration } from '@vitalfew/contract/selection.ts'
import { authorise, type Viewer } from '../../access/index.ts'
import { runNamed, runSummary } from '../../accounts/index.ts'
import { tierMigration } from '../results/tier-migration.query.ts'
import type { StudioSources } from './sources.ts'

export interface RunMigration extends TierMigration {
  readonly toAsOf: string
  readonly tiers: { id: string; title: string }[]
}

/**
 * Where accounts went from one run to another, with their money then and now.
 *
 * @throws ProductError `run.none`, `run.notFound`; `run.oneRun` where both are the same
 */
export async function runMigration(
  viewer: Viewer,
  { warehouse, database }: Omit<StudioSources, 'ready'>,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<RunMigration> {
  authorise(viewer, ['administrator', 'analyst'])
  const [first, second] = await Promise.all([runNamed(database, from), runNamed(database, to)])
  if (first.run_id === second.run_id) throw new ProductError('run.oneRun')
  const [before, after, migration] = await Promise.all([
    runSummary(warehouse, first.run_id),
    runSummary(warehouse, second.run_id),
    tierMigration(warehouse, { from: { runId: first.run_id, asOf: first.as_of }, toRun: second.run_id }),
  ])
  const titles = new Map(
    [...(after.selection?.tiers ?? []), ...(before.selection?.tiers ?? [])].map(({ id, title }) => [id, title]),
  )
  return { ...migration, toAsOf: second.as_of, tiers: [...titles].map(([id, title]) => ({ id, title })) }
}
