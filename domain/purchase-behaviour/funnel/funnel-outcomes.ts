import type { FunnelOutcomes } from '@vitalfew/contract/purchase-funnel.ts'
import { wilsonInterval } from '@vitalfew/methods/churn/wilson-interval.ts'
import { sampleMedian } from '@vitalfew/methods/trend/sample-median.ts'
import type { FunnelCase, FunnelCases } from './funnel-cases.ts'

/** How cases ended: won of those that ended, what that came to, and how long it took. */
export function funnelOutcomes(cases: readonly FunnelCase[], { stages }: Pick<FunnelCases, 'stages'>): FunnelOutcomes {
  const ended = (kind: string): FunnelCase[] => cases.filter(({ stage }) => stages[stage]?.kind === kind)
  const [won, lost, open] = [ended('won'), ended('lost'), ended('open')]
  return {
    cases: cases.length,
    won: won.length,
    lost: lost.length,
    open: open.length,
    rate: won.length / Math.max(1, won.length + lost.length),
    ...wilsonInterval(won.length, won.length + lost.length),
    wonValue: valueOf(won),
    openValue: valueOf(open),
    medianDaysToWin: medianDays(won),
    medianDaysToLose: medianDays(lost),
  }
}

/** The sum of what cases are worth, as far as that is known. */
export function valueOf(cases: readonly FunnelCase[]): number {
  return cases.reduce((sum, { value }) => sum + (Number.isNaN(value) ? 0 : value), 0)
}

function medianDays(cases: readonly FunnelCase[]): number | null {
  const days = cases.flatMap(({ events }) => {
    const known = events.filter(({ time }) => !Number.isNaN(time))
    const length = (known.at(-1)?.time ?? 0) - (known[0]?.time ?? 0)
    return known.length > 1 && length >= 0 ? [length] : []
  })
  return days.length === 0 ? null : sampleMedian(days)
}
