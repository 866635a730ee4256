import type { IdentityBand } from '@vitalfew/contract/identity.ts'

/** Evidence from which two are joined without asking, in bits: one wrong in ten thousand by the model. */
export const autoBits = 13
/** Evidence below which a pair is not worth a person's time. */
export const reviewBits = -6

/** What is known of a pair beside its weight. */
export interface PairSafety {
  /** Something that a person has to see, however strong the evidence. */
  readonly isUnsafe: boolean
  /** A valid credit code and the name agree: no weight is needed. */
  readonly isProven: boolean
}

/** What becomes of a pair with this evidence; a veto is never joined without a person. */
export function identityBand(bits: number, { isUnsafe, isProven }: PairSafety): IdentityBand {
  if ((bits >= autoBits || isProven) && !isUnsafe && bits > -Infinity) return 'auto'
  return bits > reviewBits ? 'review' : 'no'
}
