import type { TierBoundaries } from './count-tier-draws.ts'
import type { WeightLines } from './weight-lines.ts'

/** Weights of a criterion, both ends included but for ties at the ends. */
export interface WeightInterval {
  readonly lowest: number
  readonly highest: number
}

/** The account and what decides about its tier. */
export interface StandingAccount {
  readonly account: number
  /** All accounts that take part, best first at the weights now. */
  readonly ranking: Uint32Array
  readonly boundaries: TierBoundaries
}

/**
 * The weights of one criterion at which an account keeps its tier, exactly.
 *
 * Held fixed: every account's normalised values, the number of places (or the thresholds), and the proportions of the
 * other weights, which share what is left to 1. Moving with the weight: the scores of all accounts, and so the account at
 * the boundary. The interval is the one around the weight now; beyond its ends the tier may come back. At an end itself two
 * accounts (or an account and a threshold) are level and the order of ties decides.
 *
 * @param lines see `weightLines`
 * @param standing the account, the ranking now and the boundaries
 * @returns within 0..1; 0 to 1 for an account that is not ranked
 * Source: Triantaphyllou and Sánchez 1997, "A sensitivity analysis approach for some deterministic multi-criteria decision-
 * making methods"; here with all rivals at once.
 * @example
 * weightInterval(weightLines([[1, 0], [0, 1]], { weights: [3, 1], criterion: 0 }), { account: 0, ranking: Uint32Array.of(0, 1), boundaries: { by: 'places', places: [1] } }) // { lowest: 0.5, highest: 1 }
 * weightInterval(weightLines([[1], [0]], { weights: [3, 1], criterion: 0 }), { account: 0, ranking: Uint32Array.of(0), boundaries: { by: 'threshold', thresholds: [0.6] } }) // { lowest: 0.6, highest: 1 }
 */
export function weightInterval(lines: WeightLines, standing: StandingAccount): WeightInterval {
  const place = standing.ranking.indexOf(standing.account)
  if (place === -1) return { lowest: 0, highest: 1 }
  const furthest = standing.boundaries.by === 'places' ? untilPlaceLost : untilThresholdCrossed
  return {
    lowest: Math.max(0, lines.weight - furthest(lines, { ...standing, place, direction: -1 })),
    highest: Math.min(1, lines.weight + furthest(lines, { ...standing, place, direction: 1 })),
  }
}

interface Moving extends StandingAccount {
  readonly place: number
  readonly direction: 1 | -1
}

/** Lines whose slopes differ by no more than rounding never meet. */
const sameSlope = 1e-12

/** How far the weight may move before too many or too few accounts are above this one. */
function untilPlaceLost(lines: WeightLines, moving: Moving): number {
  const room = moving.direction === 1 ? 1 - lines.weight : lines.weight
  const limits = placeLimits(moving.boundaries, moving.place)
  // Most intervals are short, and rivals that are met beyond the end need not be put in order.
  for (let window = room / 64; window < room; window *= 8) {
    const loss = firstLoss(meetings(lines, { ...moving, window }), { ...limits, place: moving.place, room })
    if (loss < window - sameDistance) return loss
  }
  return firstLoss(meetings(lines, { ...moving, window: room }), { ...limits, place: moving.place, room })
}

interface Meetings {
  /** How far the weight has to move until the account meets rivals that come from below, nearest first; and from above. */
  readonly ups: Float64Array
  readonly downs: Float64Array
}

function meetings({ weight, start, slope }: WeightLines, moving: Moving & { readonly window: number }): Meetings {
  const { account, ranking, place, direction, window } = moving
  const ownSlope = slope[account] ?? 0
  const ownScore = (start[account] ?? 0) + weight * ownSlope
  const overtaking: number[] = []
  const falling: number[] = []
  for (let rank = 0; rank < ranking.length; rank++) {
    const rival = ranking[rank] ?? 0
    const rivalSlope = slope[rival] ?? 0
    const gains = direction * (rivalSlope - ownSlope)
    // The ranking says who is above now, also where rounding makes two scores equal.
    if (rank < place ? gains >= -sameSlope : rank === place || gains <= sameSlope) continue
    const ahead = (start[rival] ?? 0) + weight * rivalSlope - ownScore
    const distance = rank < place ? Math.max(0, ahead) / -gains : Math.max(0, -ahead) / gains
    if (distance <= window) (rank < place ? falling : overtaking).push(distance)
  }
  return { ups: Float64Array.from(overtaking).sort(), downs: Float64Array.from(falling).sort() }
}

/** How many accounts may be above one that keeps its tier. */
function placeLimits(boundaries: TierBoundaries, place: number): { fewest: number; most: number } {
  let fewest = 0
  for (const size of boundaries.by === 'places' ? boundaries.places : []) {
    if (place < fewest + size) return { fewest, most: fewest + size - 1 }
    fewest += size
  }
  return { fewest, most: Infinity }
}

/** Rivals that meet the account at the same weight do so at distances that differ by rounding. */
const sameDistance = 1e-12

/** Walks along both lists until the number of accounts above is out of its limits. */
function firstLoss(
  { ups, downs }: Meetings,
  {
    place,
    fewest,
    most,
    room,
  }: { readonly place: number; readonly fewest: number; readonly most: number; readonly room: number },
): number {
  let [up, down] = [0, 0]
  while (up < ups.length || down < downs.length) {
    const distance = Math.min(ups[up] ?? Infinity, downs[down] ?? Infinity)
    while (up < ups.length && (ups[up] ?? 0) <= distance + sameDistance) up++
    while (down < downs.length && (downs[down] ?? 0) <= distance + sameDistance) down++
    const above = place + up - down
    if (above < fewest || above > most) return distance
  }
  return room
}

function untilThresholdCrossed({ weight, start, slope }: WeightLines, moving: Moving): number {
  const { account, boundaries, direction } = moving
  const room = direction === 1 ? 1 - weight : weight
  const score = (start[account] ?? 0) + weight * (slope[account] ?? 0)
  const gains = direction * (slope[account] ?? 0)
  const thresholds = boundaries.by === 'threshold' ? boundaries.thresholds : []
  const beyond = thresholds.filter((threshold) => (gains > 0 ? threshold > score : threshold <= score))
  const next = gains > 0 ? Math.min(...beyond) : Math.max(...beyond)
  return gains === 0 ? room : Math.min(room, Math.max(0, (next - score) / gains))
}
