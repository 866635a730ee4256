export interface Loss {
  /** Change of the whole when the account goes; null where the whole is not above zero. */
  change: number | null
  /** What is left, as a fraction of the whole, for a bar; null where a bar would mislead. */
  kept: number | null
  /** True when the account costs more than it brings. */
  isGain: boolean
}

/** What the whole loses with an account that brings `amount` and leaves `left` behind. */
export function prepareLoss({ amount, left }: { amount: number; left: number }): Loss {
  const whole = amount + left
  const change = whole > 0 ? -amount / whole : null
  return { change, kept: change !== null && amount > 0 && left > 0 ? left / whole : null, isGain: amount < 0 }
}
