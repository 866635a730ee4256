import { ProductError } from '@vitalfew/contract/errors.ts'
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
    if (other !== undefined) throw twoAtOnce(other, override)
    placed.set(position, { ...override, position, place })
  }
  return { placed: [...placed.values()], strangers }
}

export function holdsOn({ from, until }: Override, day: string): boolean {
  return (from === null || from <= day) && day <= until
}

export function unknownTier(tier: string, model: SelectionModel): ProductError {
  const tiers = model.tiers.map(({ id }) => id).join(', ')
  return new ProductError('overrides.unknownTier', { tier, tiers, model: model.name })
}

/** Names both, so that a person can decide which goes. */
export function twoAtOnce(first: Override, second: Omit<Override, 'id'> & { readonly id?: number }): ProductError {
  const named = ({ id, tier, author, from, until }: typeof second): string =>
    `${id === undefined ? '' : `#${id} `}${tier} (${author}, ${from === null ? '' : `${from} `}– ${until})`
  return new ProductError('overrides.twoAtOnce', { account: first.account, first: named(first), second: named(second) })
}
