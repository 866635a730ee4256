import type { KeptOverride } from '@vitalfew/contract/api/selection-people.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { authorise, type Viewer } from '../../access/index.ts'
import { recordAudit } from '../../audit/index.ts'
import { keptModel } from '../model/model-versions.ts'
import type { Override } from '../overrides/override.ts'
import { addOverride, overridesOf, refuseOverlap, removeOverride } from '../overrides/override-log.ts'
import { unknownTier } from '../overrides/place-overrides.ts'
import { seenAccount, seenByName } from './seen-accounts.query.ts'
import type { StudioSources } from './sources.ts'

const analysts = ['administrator', 'analyst'] as const
const earliest = '1900-01-01'

/** The tiers that people decided on for a model, those that are over included until somebody ends them. */
export async function listOverrides(
  viewer: Viewer,
  sources: StudioSources,
  { model }: { readonly model: string },
): Promise<{ rows: KeptOverride[] }> {
  authorise(viewer, analysts)
  const overrides = await overridesOf(sources.database, model)
  if (overrides.length === 0) return { rows: [] }
  const accounts = await seenByName(
    viewer,
    sources,
    overrides.map(({ account }) => account),
  )
  const names = new Map(
    accounts.flatMap(({ account, accountName }) => [
      [accountName, accountName] as const,
      [account, accountName] as const,
    ]),
  )
  return { rows: overrides.map((override) => shown(override, names.get(override.account) ?? '')) }
}

export interface DecideTier {
  readonly model: string
  readonly key: string
  readonly tier: string
  readonly reason: string
  readonly from: string | null
  readonly until: string
}

/**
 * Decides on a tier for an account, whatever its score; it counts from the next run on.
 *
 * @throws ProductError `accounts.notFound`, `model.notFound`, `overrides.unknownTier`, `overrides.days`, `overrides.twoAtOnce`
 */
export async function decideTier(viewer: Viewer, sources: StudioSources, wanted: DecideTier): Promise<KeptOverride> {
  authorise(viewer, analysts)
  const { model: name, key, tier, reason, from, until } = wanted
  const { database, ready } = sources
  const model = (await keptModel(database, { name })) ?? ready.find((each) => each.name === name)
  if (model === undefined) throw new ProductError('model.notFound', { model: name, models: '' })
  if (model.tiers.every(({ id }) => id !== tier)) throw unknownTier(tier, model)
  if ((from !== null && (from > until || from < earliest)) || until < today()) {
    throw new ProductError('overrides.days', { from: from ?? today(), until })
  }
  const { account, accountName } = await seenAccount(viewer, sources, key)
  const override = { model: name, account, tier, reason, author: viewer.name, from, until }
  const naming = { tiers: model.tiers, accountName }
  const add = async (transaction: StudioSources['database']): Promise<Override> => {
    const kept = await addOverride(transaction, override, naming)
    const details = { model: name, tier, reason, from, until }
    await recordAudit(transaction, { viewer, action: 'override.added', subject: `account:${key}`, details })
    return kept
  }
  const kept = await database
    .transaction()
    .execute(add)
    .catch(async (cause: unknown) => {
      // Somebody else was a moment earlier: told as what it is, where that is what happened.
      await refuseOverlap(database, override, naming)
      throw cause
    })
  return shown(kept, accountName)
}

/** @throws ProductError `overrides.notFound` */
export async function endOverride(
  viewer: Viewer,
  database: StudioSources['database'],
  { id }: { readonly id: number },
): Promise<void> {
  authorise(viewer, analysts)
  await database.transaction().execute(async (transaction) => {
    await removeOverride(transaction, id)
    await recordAudit(transaction, { viewer, action: 'override.ended', subject: `override:${id}` })
  })
}

function shown(override: Override, accountName: string): KeptOverride {
  return { ...override, accountName, isOver: override.until < today() }
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}
