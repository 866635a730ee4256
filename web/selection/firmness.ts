import type { SelectedAccount } from '@vitalfew/contract/selection.ts'

export interface Firmness {
  /** Of keeping its tier when the weights are uncertain. */
  probability: number
  level: 'firm' | 'likely' | 'shaky'
}

/** How firmly an account stands in its tier; null where its score did not put it there, or nobody looked into it. */
export function firmness(account: Pick<SelectedAccount, 'tier' | 'tierRule' | 'probabilities'>): Firmness | null {
  const { tier, tierRule, probabilities } = account
  if (tierRule !== 'score') return null
  const probability = probabilities?.find((entry) => entry.tier === tier)?.probability
  if (probability === undefined) return null
  return { probability, level: probability >= 0.9 ? 'firm' : probability >= 0.5 ? 'likely' : 'shaky' }
}
