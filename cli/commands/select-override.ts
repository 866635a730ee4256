import { ProductError } from '@vitalfew/contract/errors.ts'
import { translator } from '@vitalfew/contract/locale.ts'
import {
  addOverride,
  type Override,
  overridesOf,
  removeOverride,
  unknownTier,
} from '@vitalfew/domain/selection/index.ts'
import { findModel, type SelectSurroundings } from './open-selection.ts'
import { openStoreOf } from './open-store.ts'
import type { OverrideOptions } from './select-options.ts'

/** `vitalfew select override`: notes down a tier that a person decided on, lists such decisions, or takes one away. */
export async function selectOverride(options: OverrideOptions, around: SelectSurroundings): Promise<void> {
  const { output, locale } = around
  await using resources = new AsyncDisposableStack()
  const named = { workspace: options.workspace, command: 'select override' }
  const database = await openStoreOf(resources, named, around)
  // Without a store there is nothing that would remember the decision.
  if (database === undefined) return void required('--workspace', undefined)
  const model = await findModel(options.model, database)
  if (options.remove !== undefined) await removeOverride(database, options.remove)
  else if (!options.list) {
    const tier = required('--tier', options.tier)
    if (model.tiers.every(({ id }) => id !== tier)) throw unknownTier(tier, model)
    const [from, until] = [options.from ?? null, required('--until', options.until)]
    if (from !== null && from > until) {
      throw new ProductError('argument.invalid', { argument: '--until', value: until, expected: `≥ ${from}` })
    }
    await addOverride(database, {
      model: model.name,
      account: required('--account', options.account),
      tier,
      reason: required('--reason', options.reason),
      author: required('--author', options.author),
      from,
      until,
    })
  }
  const overrides = await overridesOf(database, model.name)
  if (options.json) return output.print(JSON.stringify({ overrides }, null, 2))
  const t = translator(locale)
  const titles = new Map(model.tiers.map(({ id, title }) => [id, title[locale]]))
  if (overrides.length === 0) return output.print(t('selection.command.noOverrides'))
  output.print(overrides.map((override) => t('selection.command.override', words(override, titles))).join('\n'))
}

function words({ id, account, tier, reason, author, from, until }: Override, titles: ReadonlyMap<string, string>) {
  return { id, account, tier: titles.get(tier) ?? tier, reason, author, from: from ?? '', until }
}

/** An override without a reason, an author or an end cannot be defended. */
function required(argument: string, value: string | undefined): string {
  if (value !== undefined && value.trim() !== '') return value.trim()
  throw new ProductError('argument.invalid', { argument, value: value ?? '', expected: `${argument} …` })
}
