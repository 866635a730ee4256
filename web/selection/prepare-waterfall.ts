import type { SelectedAccount, SelectionContribution } from '@vitalfew/contract/selection.ts'
import type { Span } from '../charts/place-interval.ts'

export interface WaterfallStep extends SelectionContribution {
  /** Where the bar begins and ends. */
  from: number
  to: number
}

export interface Waterfall {
  mean: number
  score: number
  steps: WaterfallStep[]
  scale: Span
}

/** From the mean score to that of an account, the largest step first; as written, with two decimals, it adds up exactly. */
export function prepareWaterfall(
  account: Pick<SelectedAccount, 'score' | 'contributions'>,
  meanScore: number,
): Waterfall {
  const mean = cents(meanScore)
  const score = cents(account.score)
  const ordered = account.contributions
    .filter(({ points, value }) => points !== 0 || value !== null)
    .toSorted((a, b) => b.points - a.points)
  let exact = meanScore
  let level = mean
  const steps = ordered.map((contribution, index) => {
    exact += contribution.points
    const from = level
    level = index === ordered.length - 1 ? score : cents(exact)
    return { ...contribution, points: cents(level - from), from, to: level }
  })
  const levels = steps.flatMap(({ from, to }) => [from, to])
  return { mean, score, steps, scale: { from: Math.min(0, ...levels), to: Math.max(100, ...levels) } }
}

function cents(value: number): number {
  return Math.round(value * 100) / 100
}
