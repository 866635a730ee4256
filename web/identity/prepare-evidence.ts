import type { FieldEvidence, ReviewItem } from '@vitalfew/contract/identity.ts'
import type { Span } from '../charts/place-interval.ts'

export interface EvidenceStep extends FieldEvidence {
  /** Where the bar begins and ends, in bits. */
  readonly from: number
  readonly to: number
}

export interface Evidence {
  readonly prior: number
  readonly steps: readonly EvidenceStep[]
  readonly total: number
  readonly scale: Span
}

/** From what was likely before anything was compared, field by field, to what is known: every bar begins where the last ended. */
export function prepareEvidence({ priorBits, fields }: Pick<ReviewItem, 'priorBits' | 'fields'>): Evidence {
  let level = priorBits
  const steps = fields
    .toSorted((a, b) => Math.abs(b.bits) - Math.abs(a.bits))
    .map((field) => {
      const from = level
      level += field.bits
      return { ...field, from, to: level }
    })
  const levels = [priorBits, level, ...steps.map(({ to }) => to)]
  return { prior: priorBits, steps, total: level, scale: { from: Math.min(0, ...levels), to: Math.max(0, ...levels) } }
}
