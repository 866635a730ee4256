import { requireInteger } from '../arguments/require-integer.ts'
import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'
import { noTier, type TierCodes } from './tier-codes.ts'

/** Who had which tier since when. */
export interface StandingTiers {
  /** 255 = none: new, or excluded before. */
  readonly tiers: TierCodes
  /** The day on which the account came into this tier, in days since 1970-01-01; NaN where it has none. */
  readonly since: Float64Array
}

/** What decides about a change of tier. */
export interface TierChange {
  /** The tiers by the conditions for entering. 255 = excluded, whatever else holds. */
  readonly entry: TierCodes
  /** The tiers by the looser conditions for staying; the same as `entry` where absent. */
  readonly exit?: TierCodes
  /** null for the first time. */
  readonly previous: StandingTiers | null
  /** Today, in days since 1970-01-01. */
  readonly asOfDay: number
  /** An account stays at least so many days before it may go down, or before any change. 0 days where absent. */
  readonly minimumStay?: { readonly days: number; readonly holds: 'down' | 'any' }
}

/**
 * Tiers that do not flap: an account goes up when it meets the conditions for entering a better tier, goes down when it no
 * longer meets the looser conditions for staying, and otherwise keeps the tier it has. Going down, it lands in the best tier
 * whose conditions for staying it meets.
 *
 * An account without a tier before gets the one it may enter. An excluded account has no tier at once; the minimum stay
 * does not protect it.
 *
 * With ranks or shares a tier may hold as many accounts as the conditions for staying allow, not only as many as may enter.
 *
 * @returns the tiers and since when; a tier that is kept keeps its day
 * @throws RangeError when columns differ in length, or an account may enter a tier in which it could not stay
 * @example
 * [...settleTiers({ entry: Uint8Array.of(1), exit: Uint8Array.of(0), previous: { tiers: Uint8Array.of(0), since: Float64Array.of(10) }, asOfDay: 99 }).tiers] // [0]
 * [...settleTiers({ entry: Uint8Array.of(1, 255), previous: null, asOfDay: 99 }).since] // [99, NaN]
 * settleTiers({ entry: Uint8Array.of(0), exit: Uint8Array.of(1), previous: null, asOfDay: 99 }) // throws RangeError
 */
export function settleTiers({ entry, exit = entry, previous, asOfDay, minimumStay }: TierChange): StandingTiers {
  const expected = entry.length
  requireInteger('asOfDay', asOfDay)
  requireSameLength('exit', { expected, actual: exit.length })
  requireSameLength('previous.tiers', { expected, actual: previous?.tiers.length ?? expected })
  requireSameLength('previous.since', { expected, actual: previous?.since.length ?? expected })
  const days = requireNonNegative('minimumStay.days', minimumStay?.days ?? 0)
  const tiers = new Uint8Array(expected)
  const since = new Float64Array(expected)
  for (let account = 0; account < expected; account++) {
    const enters = entry[account] ?? noTier
    const stays = exit[account] ?? noTier
    if (enters !== noTier && (stays === noTier || stays > enters)) {
      throw new RangeError(`exit[${account}] must be ${enters} or better where entry is ${enters}, got ${stays}`)
    }
    const before = previous?.tiers[account] ?? noTier
    const beforeSince = previous?.since[account] ?? Number.NaN
    const held = asOfDay - beforeSince < days
    const tier = nextTier({ enters, stays, before, held, holds: minimumStay?.holds ?? 'down' })
    tiers[account] = tier
    since[account] =
      tier === noTier ? Number.NaN : tier === before && !Number.isNaN(beforeSince) ? beforeSince : asOfDay
  }
  return { tiers, since }
}

interface Standing {
  readonly enters: number
  readonly stays: number
  readonly before: number
  /** Whether the minimum stay is not over yet. */
  readonly held: boolean
  readonly holds: 'down' | 'any'
}

function nextTier({ enters, stays, before, held, holds }: Standing): number {
  if (enters === noTier || before === noTier) return enters
  if (enters < before) return held && holds === 'any' ? before : enters
  if (stays > before) return held ? before : stays
  return before
}
