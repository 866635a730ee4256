import type { FigurePath } from './figure-path.ts'
import { reachGain } from './reach-gain.ts'

/** A path with what its figures add to the score's sum of terms. */
export interface GainPath extends FigurePath {
  readonly gain: (figure: number) => number
  readonly monotone: boolean
}

/** Figures to change, and the cost of all changes together. */
export interface Mix {
  readonly cost: number
  readonly changes: readonly { readonly criterion: number; readonly to: number }[]
}

interface Goal {
  readonly wanted: number
  readonly slack: number
}

interface Partial extends Mix {
  readonly gain: number
}

/** More stops of one path, or more undominated partial mixes than these, are thinned out, and the answer is not exact. */
const mostStops = 48
const mostPartials = 300

/**
 * The cheapest figures on several criteria that together gain enough.
 *
 * Of the best mix at most one figure lies between two stops, where gains are straight lines between stops: so every criterion
 * in turn is the one that makes up what is missing, and the others stand at stops. Partial mixes that gain no more and cost
 * no less than another are dropped.
 *
 * @param paths per criterion, the ways to move its figure
 * @param goal `wanted`: gain to reach; `slack`: what rounding may take from it
 * @returns the mix (null where everything together does not gain enough) and whether it is certainly the cheapest
 * Source: Nemhauser and Ullmann 1969, "Discrete dynamic programming and capital allocation".
 * @example
 * cheapestMix([[{ action: { criterion: 0 }, from: 0, count: 1, figureAt: () => 4, continuous: true, cost: (figure) => figure, gain: (figure) => 2 * figure, monotone: true }]], { wanted: 6, slack: 0 }) // { mix: { cost: 3, changes: [{ criterion: 0, to: 3 }] }, exact: true }
 */
export function cheapestMix(
  paths: readonly (readonly GainPath[])[],
  { wanted, slack }: Goal,
): { readonly mix: Mix | null; readonly exact: boolean } {
  let best: Mix | null = null
  let exact = true
  for (const [last, finishing] of paths.entries()) {
    const others = partialMixes(
      paths.filter((_, i) => i !== last),
      { wanted, slack, limit: best?.cost ?? Infinity },
    )
    exact &&= others.exact
    for (const partial of others.partials) {
      const done = finished(partial, { finishing, wanted, slack, limit: best?.cost ?? Infinity })
      if (done !== null) best = done
    }
  }
  return { mix: best, exact }
}

/** A partial mix with what one more criterion has to add, if that costs less than the limit. */
function finished(
  partial: Partial,
  { finishing, wanted, slack, limit }: Goal & { readonly finishing: readonly GainPath[]; readonly limit: number },
): Mix | null {
  let best: Mix | null = null
  const missing = wanted - partial.gain
  if (partial.cost >= limit) return null
  if (missing <= slack) return partial
  for (const path of finishing) {
    const to = reachGain(path, { ...path, wanted: missing, slack })
    if (to === null) continue
    const cost = partial.cost + path.cost(to)
    if (cost < Math.min(limit, best?.cost ?? Infinity)) {
      best = { cost, changes: [...partial.changes, { criterion: path.action.criterion, to }] }
    }
  }
  return best
}

function partialMixes(
  paths: readonly (readonly GainPath[])[],
  { wanted, slack, limit }: Goal & { readonly limit: number },
): { readonly partials: readonly Partial[]; readonly exact: boolean } {
  let partials: Partial[] = [{ cost: 0, gain: 0, changes: [] }]
  let exact = true
  for (const ways of paths) {
    const stops = ways.flatMap((path) => stopsOf(path))
    exact &&= ways.every((path) => path.count <= mostStops)
    const extended = stops.flatMap((stop) =>
      partials
        .filter((partial) => partial.cost + stop.cost < limit && partial.gain < wanted - slack)
        .map((partial) => ({
          cost: partial.cost + stop.cost,
          gain: partial.gain + stop.gain,
          changes: [...partial.changes, { criterion: stop.criterion, to: stop.to }],
        })),
    )
    const undominated = withoutDominated([...partials, ...extended])
    exact &&= undominated.length <= mostPartials
    partials = thinned(undominated, mostPartials)
  }
  return { partials, exact }
}

function stopsOf(path: GainPath) {
  const numbers = thinned(
    Array.from({ length: path.count }, (_, i) => i + 1),
    mostStops,
  )
  return numbers.map((number) => {
    const to = path.figureAt(number)
    return { to, cost: path.cost(to), gain: path.gain(to), criterion: path.action.criterion }
  })
}

function withoutDominated(partials: Partial[]): Partial[] {
  let most = -Infinity
  return partials
    .sort((a, b) => a.cost - b.cost || b.gain - a.gain)
    .filter(({ gain }) => {
      if (gain <= most) return false
      most = gain
      return true
    })
}

/** Evenly spread, the last one included. */
function thinned<Item>(items: Item[], most: number): Item[] {
  if (items.length <= most) return items
  const picked = Array.from({ length: most }, (_, i) => items[Math.round(((i + 1) * items.length) / most) - 1])
  return picked.filter((item) => item !== undefined)
}
