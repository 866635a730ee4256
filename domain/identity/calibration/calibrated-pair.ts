import type { IdentityCalibration, MatchedPair } from '@vitalfew/contract/identity.ts'
import { calibratedProbability } from '@vitalfew/methods/record-linkage/isotonic-calibration.ts'
import { probabilityFromBits } from '@vitalfew/methods/record-linkage/linkage-model.ts'
import { autoBits } from '../resolve/identity-band.ts'

/**
 * A pair with the probability that answers of people gave it. Answers may take pairs out of what is joined without
 * asking; they never put one in: to know that one in ten thousand is wrong takes more answers than anybody gives.
 */
export function calibratedPair(pair: MatchedPair, calibration: IdentityCalibration | undefined): MatchedPair {
  if (calibration === undefined || calibration.steps.length === 0 || pair.bits === null) return pair
  const probability = calibratedBy(calibration, pair.bits)
  const isDoubtful = probability < probabilityFromBits(autoBits) && pair.bits >= autoBits
  return { ...pair, probability, band: pair.band === 'auto' && isDoubtful ? 'review' : pair.band }
}

/** The probability of some evidence by a calibration. */
export function calibratedBy({ steps }: Pick<IdentityCalibration, 'steps'>, bits: number): number {
  const from = Float64Array.from(steps, ({ fromBits }) => fromBits)
  const probability = Float64Array.from(steps, (step) => step.probability)
  return calibratedProbability({ from, probability }, bits)
}
