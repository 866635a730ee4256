import { requireSameLength } from '../arguments/require-same-length.ts'
import { maximizeLikelihood } from '../optimization/maximize-likelihood.ts'
import { requireRhythmGaps, type TimedGaps } from './rhythm-gaps.ts'
import { rhythmLikelihood } from './rhythm-likelihood.ts'

/** The gaps of an account are Gamma(shape regularity, rate ν); ν ~ Gamma(shape spread, rate scale) over the accounts. */
export interface RhythmParameters {
  /** 1: as irregular as chance; larger: more regular. */
  readonly regularity: number
  /** The larger, the more alike the accounts. */
  readonly spread: number
  /** In the unit of the gaps. */
  readonly scale: number
}

/**
 * `notIdentified`: gaps or accounts hardly differ; the cycles are of use all the same. `tooFewAccounts`: fewer with a
 * gap than {@link fewestRhythmicAccounts}; not tried.
 */
export type RhythmVerdict = 'converged' | 'notIdentified' | 'notConverged' | 'tooFewAccounts'

export interface RhythmFit {
  readonly verdict: RhythmVerdict
  readonly parameters: RhythmParameters | null
  readonly standardErrors: RhythmParameters | null
  readonly logLikelihood: number | null
  /** Accounts with at least one gap. */
  readonly accounts: number
}

/** Fewer accounts than this say nothing about how cycles differ. */
export const fewestRhythmicAccounts = 10

/** The search from several starts is made on about so many accounts, the last one on all. */
const scoutAccounts = 4000

/**
 * Fits the purchase rhythm of a portfolio by maximum likelihood: how regular its accounts are, how their cycles differ.
 *
 * Only finished gaps enter; accounts without any are passed over.
 *
 * @param accounts gaps with their means and the sums of their logarithms
 * @throws RangeError as {@link requireRhythmGaps}
 * Source: Wheat and Morrison 1990, "Estimating purchase regularity with two interpurchase times".
 * @example
 * fitRhythm({ gaps: Float64Array.of(2), meanGap: Float64Array.of(7), silence: Float64Array.of(3), logGaps: Float64Array.of(3) }).verdict // 'tooFewAccounts'
 * fitRhythm({ gaps: Float64Array.of(2), meanGap: Float64Array.of(0), silence: Float64Array.of(3), logGaps: Float64Array.of(3) }) // throws RangeError
 */
export function fitRhythm(accounts: TimedGaps): RhythmFit {
  requireRhythmGaps(accounts)
  requireSameLength('logGaps', { expected: accounts.gaps.length, actual: accounts.logGaps.length })
  const timed = withGaps(accounts)
  const count = timed.gaps.length
  if (count < fewestRhythmicAccounts) {
    return { verdict: 'tooFewAccounts', parameters: null, standardErrors: null, logLikelihood: null, accounts: count }
  }

  const mean = timed.meanGap.reduce((sum, gap) => sum + gap / count, 0)
  // The scale that makes the mean gap that of the accounts.
  const starts = [
    [1, 2, mean],
    [4, 4, (3 * mean) / 4],
    [30, 10, (9 * mean) / 30],
  ]
  const few = everyNth(timed, Math.ceil(count / scoutAccounts))
  const scout = maximizeLikelihood(rhythmLikelihood(few), starts, { observations: few.gaps.length })
  const guide = { observations: count, guide: scout.meanInformation }
  const found = few === timed ? scout : maximizeLikelihood(rhythmLikelihood(timed), [scout.parameters], guide)
  const [regularity = 0, spread = 0, scale = 0] = found.parameters
  const [ofRegularity = 0, ofSpread = 0, ofScale = 0] = found.standardErrors ?? []
  const ended = found.identified ? 'converged' : 'notIdentified'
  return {
    verdict: found.converged ? ended : 'notConverged',
    parameters: { regularity, spread, scale },
    standardErrors: found.standardErrors && { regularity: ofRegularity, spread: ofSpread, scale: ofScale },
    logLikelihood: found.logLikelihood,
    accounts: count,
  }
}

function everyNth(accounts: TimedGaps, stride: number): TimedGaps {
  if (stride <= 1) return accounts
  const isPicked = (_: number, row: number): boolean => row % stride === 0
  return {
    gaps: accounts.gaps.filter(isPicked),
    meanGap: accounts.meanGap.filter(isPicked),
    silence: accounts.silence.filter(isPicked),
    logGaps: accounts.logGaps.filter(isPicked),
  }
}

function withGaps({ gaps, meanGap, silence, logGaps }: TimedGaps): TimedGaps {
  const has = (_: number, row: number): boolean => (gaps[row] ?? 0) > 0
  return {
    gaps: gaps.filter(has),
    meanGap: meanGap.filter(has),
    silence: silence.filter(has),
    logGaps: logGaps.filter(has),
  }
}
