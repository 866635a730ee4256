import type { Segmentation } from '@vitalfew/contract/segmentation.ts'

/** A way to colour the points of the map. */
export interface MapColouring {
  id: string
  label: string
  /** `scale` goes from low to high in five steps; groups and classes have colours of their own. */
  kind: 'group' | 'scale' | 'class'
  /** One per point, from 1; 0 where nothing is known. */
  tones: number[]
  classes: { tone: number; label: string }[]
}

/** What else is known of accounts, by what they are called. */
export type Standing = ReadonlyMap<string, { tier: string; abc: string | null }>

export interface ColouringWords {
  cluster: string
  amount: string
  tier: string
  abc: string
  /** In their order, the highest first. */
  tiers: readonly { id: string; title: string }[]
  abcClasses: readonly { id: string; title: string }[]
}

/** Steps of a scale. */
const steps = 5

/** Every way to colour the map that there are figures for: groups, money, tier, ABC class, and each feature. */
export function mapColourings(
  { projection, features }: Pick<Segmentation, 'projection' | 'features'>,
  { standing, words }: { standing: Standing; words: ColouringWords },
): MapColouring[] {
  const { clusters, amounts, accounts, ranks } = projection
  const classes = (
    id: 'tier' | 'abc',
    ...[titles, valueOf]: [ColouringWords['tiers'], (account: string) => string | null | undefined]
  ): MapColouring[] => {
    const tones = accounts.map((account) => titles.findIndex((title) => title.id === valueOf(account)) + 1)
    const shown = titles
      .map(({ title }, i) => ({ tone: i + 1, label: title }))
      .filter(({ tone }) => tones.includes(tone))
    return shown.length === 0 ? [] : [{ id, label: words[id], kind: 'class', tones, classes: shown }]
  }
  const scale = (id: string, label: string, tones: number[]): MapColouring => ({
    id,
    label,
    kind: 'scale',
    tones,
    classes: [],
  })
  return [
    { id: 'cluster', label: words.cluster, kind: 'group', tones: clusters, classes: [] },
    ...(amounts === null ? [] : [scale('amount', words.amount, fifths(amounts))]),
    ...classes('tier', words.tiers, (account) => standing.get(account)?.tier),
    ...classes('abc', words.abcClasses, (account) => standing.get(account)?.abc),
    ...features.flatMap(({ name, title, kind }, i) =>
      kind === 'figure' ? [scale(`feature ${name}`, title, (ranks[i] ?? []).map(stepOf))] : [],
    ),
  ]
}

function stepOf(rank: number | null): number {
  return rank === null ? 0 : Math.min(steps, 1 + Math.floor(rank * steps))
}

/** Unknown amounts count as the least. */
function fifths(amounts: readonly (number | null)[]): number[] {
  const order = amounts
    .map((_, index) => index)
    .toSorted((one, other) => (amounts[one] ?? -Infinity) - (amounts[other] ?? -Infinity))
  const places = amounts.map(() => 1)
  order.forEach((index, rank) => (places[index] = 1 + Math.floor((rank / order.length) * steps)))
  return places
}
