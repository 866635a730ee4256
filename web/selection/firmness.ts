import type { SelectedAccount } from '@vitalfew/contract/selection.ts'

export interface Firmness {
  /** Of keeping its tier when the weights are uncertain. */
  probability: number
  /** `ruled`: its tier follows from rules, and no weights move it. */
  level: 'firm' | 'likely' | 'shaky' | 'ruled'
}

/** How firmly an account stands in its tier; null where its score did not put it there, or nobody looked into it. */
export function firmness(account: Pick<SelectedAccount, 'tier' | 'tierRule' | 'probabilities'>): Firmness | null {
  const { tier, tierRule, probabilities } = account
  if (tierRule !== 'score' && tierRule !== 'rules') return null
  const probability = probabilities?.find((entry) => entry.tier === tier)?.probability
  if (probability === undefined) return null
  if (tierRule === 'rules' && probability === 1) return { probability, level: 'ruled' }
  return { probability, level: probability >= 0.9 ? 'firm' : probability >= 0.5 ? 'likely' : 'shaky' }
}
