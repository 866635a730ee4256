import { type ErrorDetails, ProductError } from '@vitalfew/contract/errors.ts'
import { type Locale, locales } from '@vitalfew/contract/locale.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { Override } from './override.ts'

export interface PlacedOverride extends Override {
  readonly position: number
  /** Place of the tier in the model. */
  readonly place: number
}

export interface PlacedOverrides {
  readonly placed: readonly PlacedOverride[]
  /** Overrides of accounts that are not in the run. */
  readonly strangers: readonly Override[]
}

/**
 * The overrides that hold on a day, by the position of the account.
 *
 * @throws ProductError `overrides.twoAtOnce` naming both, `overrides.unknownTier`
 */
export function placeOverrides(
  overrides: readonly Override[],
  request: {
    readonly model: SelectionModel
    readonly asOf: string
    readonly positions: ReadonlyMap<string, number>
  },
): PlacedOverrides {
  const { model, asOf, positions } = request
  const placed = new Map<number, PlacedOverride>()
  const strangers: Override[] = []
  for (const override of overrides.filter((each) => holdsOn(each, asOf))) {
    const place = model.tiers.findIndex(({ id }) => id === override.tier)
    if (place < 0) throw unknownTier(override.tier, model)
    const position = positions.get(override.account)
    if (position === undefined) {
      strangers.push(override)
      continue
    }
    const other = placed.get(position)
    if (other !== undefined) throw twoAtOnce([other, override], model)
    placed.set(position, { ...override, position, place })
  }
  return { placed: [...placed.values()], strangers }
}

export function holdsOn({ from, until }: Override, day: string): boolean {
  return (from === null || from <= day) && day <= until
}

export function unknownTier(tier: string, model: Pick<SelectionModel, 'name' | 'tiers'>): ProductError {
  const tiers = model.tiers.map(({ id }) => id).join(', ')
  const titled = eachLocale('tiers', (locale) =>
    model.tiers.map(({ id, title }) => `${id} (${title[locale]})`).join(', '),
  )
  return new ProductError('overrides.unknownTier', { tier, tiers, ...titled, model: model.name })
}

/** What an error needs to call tiers and the account by their names. */
export interface Naming {
  readonly tiers: SelectionModel['tiers']
  /** Where it is known. */
  readonly accountName?: string
}

type Decision = Omit<Override, 'id'> & { readonly id?: number }

/** Names both, so that a person can decide which goes. An account that goes by two names is called by both. */
export function twoAtOnce(both: readonly [Decision, Decision], { tiers, accountName }: Naming): ProductError {
  const [first, second] = both
  return new ProductError('overrides.twoAtOnce', {
    account: first.account,
    accountName: accountName ?? (second.account === first.account ? '' : second.account),
    ...decisionDetails('first', { ...first, tiers }),
    ...decisionDetails('second', { ...second, tiers }),
  })
}

/** `errorInWords` makes a sentence part of them. */
function decisionDetails(
  which: 'first' | 'second',
  { id, tier, author, from, until, tiers }: Decision & Pick<Naming, 'tiers'>,
): ErrorDetails {
  const title = tiers.find((each) => each.id === tier)?.title
  return {
    ...(id === undefined ? {} : { [`${which}Id`]: id }),
    [`${which}Tier`]: tier,
    ...(title === undefined ? {} : eachLocale(`${which}Tier`, (locale) => title[locale])),
    [`${which}Author`]: author,
    ...(from === null ? {} : { [`${which}From`]: from }),
    [`${which}Until`]: until,
  }
}

/** A detail in each language, beside the one for programs. */
function eachLocale(detail: string, words: (locale: Locale) => string): ErrorDetails {
  return Object.fromEntries(locales.map((locale) => [`${detail}.${locale}`, words(locale)]))
}
