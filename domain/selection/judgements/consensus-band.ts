import type { ConsensusBand } from '@vitalfew/contract/judgements.ts'

/** What a consensus index means, after Goepel. */
export function consensusBand(consensus: number): ConsensusBand {
  if (consensus < 0.5) return 'veryLow'
  if (consensus < 0.625) return 'low'
  if (consensus < 0.75) return 'moderate'
  return consensus < 0.875 ? 'high' : 'veryHigh'
}
