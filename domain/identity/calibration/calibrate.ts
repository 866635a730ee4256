import type {
  CalibrationChange,
  IdentityCalibration,
  IdentityDecision,
  MatchedPair,
} from '@vitalfew/contract/identity.ts'
import { identityBands } from '@vitalfew/contract/identity.ts'
import { isotonicCalibration } from '@vitalfew/methods/record-linkage/isotonic-calibration.ts'
import { probabilityFromBits } from '@vitalfew/methods/record-linkage/linkage-model.ts'
import { pairKey } from '../review/pair-key.ts'
import { calibratedBy, calibratedPair } from './calibrated-pair.ts'

/** What the model says of itself counts as this many answers at each whole bit: a few answers do not overturn it. */
const modelAnswers = 2
const [leastBits, mostBits] = [-12, 24]

/**
 * What the answers of people make of the probabilities of the model: the rising steps that lie closest to both. The same
 * answers give the same calibration.
 */
export function calibrate(
  pairs: readonly MatchedPair[],
  {
    decisions,
    before,
    author,
    at,
  }: {
    readonly decisions: readonly IdentityDecision[]
    readonly before: IdentityCalibration | undefined
    readonly author: string
    readonly at: string
  },
): CalibrationChange {
  const answered = answeredPairs(pairs, decisions)
  const weights: number[] = []
  const answers: number[] = []
  for (let bits = leastBits; bits <= mostBits; bits++) {
    for (let i = 0; i < modelAnswers; i++) {
      weights.push(bits)
      answers.push(probabilityFromBits(bits))
    }
  }
  for (const { bits, isSame } of answered) {
    weights.push(Math.min(mostBits, Math.max(leastBits, Math.floor(bits))))
    answers.push(isSame ? 1 : 0)
  }
  const { from, probability } = isotonicCalibration(weights, answers)
  const steps = Array.from(from, (fromBits, i) => ({ fromBits, probability: probability[i] ?? 0 }))
  const calibration = { sequence: (before?.sequence ?? 0) + 1, at, author, answers: answered.length, steps }
  const saidBefore = (bits: number): number =>
    before === undefined || before.steps.length === 0 ? probabilityFromBits(bits) : calibratedBy(before, bits)
  const moved = Array.from({ length: mostBits - leastBits + 1 }, (_, i) => leastBits + i)
    .map((bits) => ({ bits, before: saidBefore(bits), after: calibratedBy(calibration, bits) }))
    .filter((row) => Math.abs(row.after - row.before) > 1e-6)
  return {
    calibration,
    same: answered.filter(({ isSame }) => isSame).length,
    different: answered.filter(({ isSame }) => !isSame).length,
    surpriseBefore: surprise(answered, saidBefore),
    surpriseAfter: surprise(answered, (bits) => calibratedBy(calibration, bits)),
    moved,
    bands: identityBands.map((band) => ({
      band,
      before: pairs.filter((pair) => calibratedPair(pair, before).band === band).length,
      after: pairs.filter((pair) => calibratedPair(pair, calibration).band === band).length,
    })),
  }
}

interface Answered {
  readonly bits: number
  readonly isSame: boolean
}

/** The newest answer of each pair, with what the evidence for it is now, or was when nothing is known of it any more. */
function answeredPairs(pairs: readonly MatchedPair[], decisions: readonly IdentityDecision[]): readonly Answered[] {
  const newest = new Map(decisions.map((decision) => [pairKey(decision.left, decision.right), decision]))
  const evidence = new Map(pairs.map((pair) => [pairKey(pair.left, pair.right), pair.bits]))
  return [...newest].flatMap(([key, { answer, bits }]) => {
    const known = evidence.get(key) ?? bits
    if (known === null || (answer !== 'same' && answer !== 'different')) return []
    return [{ bits: known, isSame: answer === 'same' }]
  })
}

function surprise(answered: readonly Answered[], probabilityOf: (bits: number) => number): number {
  if (answered.length === 0) return 0
  const sum = answered.reduce((total, { bits, isSame }) => {
    const probability = Math.min(1 - 1e-9, Math.max(1e-9, probabilityOf(bits)))
    return total - Math.log2(isSame ? probability : 1 - probability)
  }, 0)
  return sum / answered.length
}
