import { resolve } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import {
  addOverride,
  type NamedOverride,
  type Override,
  overriddenAccounts,
  overridesOf,
  removeOverride,
  unknownTier,
} from '@vitalfew/domain/selection/index.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { findModel, type SelectSurroundings, type StoreDatabase } from './open-selection.ts'
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
  const warehouse = await openWarehouseOf(resources, options, around)
  if (options.remove !== undefined) await removeOverride(database, options.remove)
  else if (!options.list) await add(options, { database, model, warehouse })
  const overrides = await withNames(await overridesOf(database, model.name), warehouse)
  output.endProgress()
  if (options.json) return output.print(JSON.stringify({ overrides }, null, 2))
  if (overrides.length === 0) return output.print(translator(locale)('selection.command.noOverrides'))
  output.print(overrides.map((override) => words(override, { model, locale })).join('\n'))
}

interface Place {
  readonly database: StoreDatabase
  readonly model: SelectionModel
  readonly warehouse: Warehouse | undefined
}

async function add(options: OverrideOptions, { database, model, warehouse }: Place): Promise<void> {
  const tier = tierNamed(required('--tier', options.tier), model)
  const [from, until] = [options.from ?? null, required('--until', options.until)]
  if (from !== null && from > until) {
    throw new ProductError('argument.invalid', { argument: '--until', value: until, expected: `≥ ${from}` })
  }
  const account = required('--account', options.account)
  const wanted = { account, tier, reason: required('--reason', options.reason), from, until }
  const override = { ...wanted, author: required('--author', options.author) }
  const [called] = await withNames([{ ...override, id: 0 }], warehouse)
  const naming = { tiers: model.tiers, ...(called === undefined ? {} : { accountName: called.accountName }) }
  await addOverride(database, { ...override, model: model.name }, naming)
}

/** The warehouse of the workspace, which knows what accounts are called; a server's store may be asked without one. */
async function openWarehouseOf(
  resources: AsyncDisposableStack,
  { workspace }: OverrideOptions,
  { openWarehouse, output }: SelectSurroundings,
): Promise<Warehouse | undefined> {
  if (workspace === undefined) return undefined
  output.progress('progress.starting')
  const opened = await openWarehouse({ directory: resolve(workspace, 'warehouse'), durable: true })
  resources.defer(opened.close)
  return opened.warehouse
}

async function withNames(overrides: readonly Override[], warehouse: Warehouse | undefined): Promise<NamedOverride[]> {
  if (warehouse !== undefined) return overriddenAccounts(warehouse, overrides)
  return overrides.map((override) => ({ ...override, accountName: '' }))
}

/** By its identifier, or as people call it. */
function tierNamed(named: string, model: SelectionModel): string {
  const found = model.tiers.find(({ id, title }) => [id, ...Object.values(title)].includes(named))
  if (found === undefined) throw unknownTier(named, model)
  return found.id
}

function words(
  { id, account, accountName, tier, reason, author, from, until }: NamedOverride,
  { model, locale }: { readonly model: SelectionModel; readonly locale: Locale },
): string {
  const t = translator(locale)
  const isNamed = accountName !== '' && accountName !== account
  return t('selection.command.override', {
    id,
    account: isNamed ? t('selection.override.account', { account, name: accountName }) : account,
    tier: model.tiers.find((each) => each.id === tier)?.title[locale] ?? tier,
    days: from === null ? t('selection.override.until', { until }) : t('selection.override.fromUntil', { from, until }),
    author,
    reason,
  })
}

/** An override without a reason, an author or an end cannot be defended. */
function required(argument: string, value: string | undefined): string {
  if (value !== undefined && value.trim() !== '') return value.trim()
  throw new ProductError('argument.invalid', { argument, value: value ?? '', expected: `${argument} …` })
}
