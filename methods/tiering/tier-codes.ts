/**
 * Tiers are numbers in a Uint8Array: 0 is the best, then 1, 2 …; the last is everybody else. With two boundaries there are
 * the tiers 0, 1 and 2.
 */
export type TierCodes = Uint8Array

/** The code of an account without a tier: excluded by a gate, or not part of the population. */
export const noTier = 255

/** More tiers than this cannot be told from {@link noTier}. */
export const mostTiers = 250

/** Two scores that agree to so many decimals (of 0..1) are equal: the order of summation decides nothing. */
export const scoreDecimals = 8
