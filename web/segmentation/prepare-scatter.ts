import type { Segmentation } from '@vitalfew/contract/segmentation.ts'

/** How points are told apart: by cluster, or by a field of the accounts. */
export type PointValues = readonly (number | string | null)[]

export interface ScatterGroup {
  key: string
  /** Of a figure: everything from here on, up to and including there; null where open. */
  from: number | null
  upTo: number | null
  kind: 'cluster' | 'value' | 'figure' | 'others' | 'unknown'
  tone: string
  symbol: string
  /** Places in the projection. */
  members: number[]
}

const mostValues = 8
const steps = 5
/** Colours are eight; the shape tells groups apart for those who see colours alike. */
const symbols = ['circle', 'triangle', 'diamond', 'rect', 'roundRect', 'pin', 'arrow', 'emptyCircle'] as const

/** The shown accounts by cluster, by the values of a field, or by fifths of a figure. */
export function scatterGroups(
  { clusters }: Pick<Segmentation['projection'], 'clusters'>,
  values: PointValues | null,
): ScatterGroup[] {
  if (values === null) {
    const ids = [...new Set(clusters)].toSorted((one, other) => one - other)
    return ids.map((id) =>
      group(`${id}`, { kind: 'cluster', place: id - 1, members: placesWhere(clusters, (cluster) => cluster === id) }),
    )
  }
  const unknown = placesWhere(values, (value) => value === null || value === '')
  const known = values.some((value) => typeof value === 'number') ? byFigure(values) : byValue(values)
  return unknown.length === 0 ? known : [...known, { ...group('', { kind: 'unknown', members: unknown }) }]
}

function byValue(values: PointValues): ScatterGroup[] {
  const counts = new Map<string, number>()
  for (const value of values) {
    if (typeof value === 'string' && value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const sorted = [...counts].toSorted(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))
  const shown = sorted.slice(0, mostValues).map(([value]) => value)
  const rest = new Set(sorted.slice(mostValues).map(([value]) => value))
  const groups = shown.map((value, place) =>
    group(value, { kind: 'value', place, members: placesWhere(values, (one) => one === value) }),
  )
  if (rest.size === 0) return groups
  const others = placesWhere(values, (value) => typeof value === 'string' && rest.has(value))
  return [...groups, group(' others', { kind: 'others', members: others })]
}

/** Fifths of the accounts, so that a few large ones do not leave one colour to all others; equal figures stay together. */
function byFigure(values: PointValues): ScatterGroup[] {
  const sorted = values.filter((value) => typeof value === 'number').toSorted((one, other) => one - other)
  const bounds = Array.from({ length: steps - 1 }, (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / steps)] ?? 0)
  const cuts = [...new Set(bounds)].filter((bound) => bound < (sorted.at(-1) ?? 0))
  return Array.from({ length: cuts.length + 1 }, (_, place): ScatterGroup => {
    const [from, upTo] = [cuts[place - 1] ?? null, cuts[place] ?? null]
    const members = placesWhere(
      values,
      (value) => typeof value === 'number' && (from === null || value > from) && (upTo === null || value <= upTo),
    )
    return {
      ...group(`${place}`, { kind: 'figure', members }),
      from,
      upTo,
      tone: `var(--vf-amount-${Math.min(steps, place + 1 + steps - (cuts.length + 1))})`,
      symbol: 'circle',
    }
  }).filter(({ members }) => members.length > 0)
}

function group(
  key: string,
  of: { readonly kind: ScatterGroup['kind']; readonly place?: number; readonly members: number[] },
): ScatterGroup {
  const { kind, place, members } = of
  const isNamed = place !== undefined
  return {
    key,
    kind,
    members,
    from: null,
    upTo: null,
    tone: isNamed ? `var(--vf-segment-${(place % mostValues) + 1})` : 'var(--vf-quiet)',
    symbol: isNamed ? (symbols[place % symbols.length] ?? 'circle') : 'circle',
  }
}

function placesWhere<Value>(values: readonly Value[], test: (value: Value) => boolean): number[] {
  return values.flatMap((value, place) => (test(value) ? [place] : []))
}
