import { betaQuantile } from '../special-functions/beta-quantile.ts'
import { regularizedBeta } from '../special-functions/regularized-beta.ts'
import { requireFraction } from '../special-functions/require-fraction.ts'
import { requirePositive } from '../special-functions/require-positive.ts'
import type { RhythmParameters } from './fit-rhythm.ts'
import { requireRhythmGaps, type RhythmGaps } from './rhythm-gaps.ts'

/** One value per account, times in the unit of the gaps. */
export interface PurchaseRhythm {
  /** Usual time from one purchase to the next. */
  readonly cycle: Float64Array
  /** Time from now to the expected next purchase; negative: it was expected so long ago. */
  readonly dueIn: Float64Array
  /** The same for the ends of the interval in which the next purchase falls with the probability of the level. */
  readonly dueInLower: Float64Array
  readonly dueInUpper: Float64Array
  /** How many of its own cycles the account is late; 0 where it is not. */
  readonly overdueCycles: Float64Array
  /** Probability of a gap longer than the present silence, for an account that goes on as before. */
  readonly silenceProbability: Float64Array
}

/**
 * When each account is due for its next purchase, and how late it is.
 *
 * The cycle is the expectation of the next gap, given the x gaps of mean m seen and the portfolio:
 * regularity · (scale + x m) / (regularity · x + spread − 1). An account of many gaps keeps its own mean, one of few or
 * none borrows from the others. Where the expectation does not exist the median is taken. The next gap divided by
 * scale + x m is beta prime with regularity and spread + regularity · x: its quantiles are the interval, counted from the
 * last purchase.
 *
 * @param parameters of {@link fitRhythm}
 * @param accounts gaps, their means, and the time since the last purchase
 * @param options `level` of the interval, 0.8 where absent
 * @throws RangeError naming a parameter or level out of range, or as {@link requireRhythmGaps}
 * Source: the posterior predictive distribution of the Gamma-Gamma model.
 * @example
 * [...purchaseRhythm({ regularity: 2, spread: 3, scale: 14 }, { gaps: Float64Array.of(0), meanGap: Float64Array.of(0), silence: Float64Array.of(35) }).overdueCycles] // [1.5]
 * purchaseRhythm({ regularity: 0, spread: 3, scale: 14 }, { gaps: Float64Array.of(), meanGap: Float64Array.of(), silence: Float64Array.of() }) // throws RangeError
 */
export function purchaseRhythm(
  parameters: RhythmParameters,
  accounts: RhythmGaps,
  options: { readonly level?: number } = {},
): PurchaseRhythm {
  const regularity = requirePositive('regularity', parameters.regularity)
  requirePositive('spread', parameters.spread)
  requirePositive('scale', parameters.scale)
  const level = requireFraction('level', options.level ?? 0.8)
  requireRhythmGaps(accounts)

  const rhythm = emptyRhythm(accounts.gaps.length)
  const shapes = new Map<number, GapShape>()
  accounts.gaps.forEach((count, row) => {
    const shape = shapes.get(count) ?? gapShape(parameters, count, level)
    shapes.set(count, shape)
    const length = parameters.scale + (count > 0 ? count * (accounts.meanGap[row] ?? 0) : 0)
    const silence = accounts.silence[row] ?? 0
    const cycle = length * shape.centre
    rhythm.cycle[row] = cycle
    rhythm.dueIn[row] = cycle - silence
    rhythm.dueInLower[row] = length * shape.lower - silence
    rhythm.dueInUpper[row] = length * shape.upper - silence
    rhythm.overdueCycles[row] = Math.max(0, silence / cycle - 1)
    const rest = { a: shape.weight, b: regularity }
    rhythm.silenceProbability[row] = regularizedBeta(length / (length + silence), rest)
  })
  return rhythm
}

/** The distribution of the next gap in units of scale + x m; it depends on the number of gaps alone. */
interface GapShape {
  readonly weight: number
  readonly centre: number
  readonly lower: number
  readonly upper: number
}

function gapShape({ regularity, spread }: RhythmParameters, count: number, level: number): GapShape {
  const weight = spread + regularity * count
  const quantile = (probability: number): number => {
    // The complement keeps its digits where the quantile of the beta distribution is next to 1.
    const rest = betaQuantile(1 - probability, { a: weight, b: regularity })
    return Math.min(1e12, (1 - rest) / Math.max(1e-300, rest))
  }
  return {
    weight,
    centre: weight > 1 ? regularity / (weight - 1) : quantile(0.5),
    lower: quantile((1 - level) / 2),
    upper: quantile((1 + level) / 2),
  }
}

function emptyRhythm(length: number): PurchaseRhythm {
  const column = (): Float64Array => new Float64Array(length)
  return {
    cycle: column(),
    dueIn: column(),
    dueInLower: column(),
    dueInUpper: column(),
    overdueCycles: column(),
    silenceProbability: column(),
  }
}
