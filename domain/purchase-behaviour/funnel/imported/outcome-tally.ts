import type { FunnelOutcomes, StageKind } from '@vitalfew/contract/purchase-funnel.ts'
import { wilsonInterval } from '@vitalfew/methods/churn/wilson-interval.ts'
import { secondsLog } from './seconds-log.ts'

export interface OutcomeTally {
  readonly add: (ended: { readonly kind: StageKind; readonly amount: number; readonly seconds: number | null }) => void
  readonly told: () => FunnelOutcomes
}

/** How cases ended, counted one after the other; see `funnelOutcomes`. */
export function outcomeTally(): OutcomeTally {
  const counts = { won: 0, lost: 0, open: 0 }
  const values = { won: 0, lost: 0, open: 0 }
  const lengths = { won: secondsLog(), lost: secondsLog() }
  return {
    add: ({ kind, amount, seconds }) => {
      counts[kind]++
      if (!Number.isNaN(amount)) values[kind] += amount
      if (kind !== 'open' && seconds !== null) lengths[kind].add(seconds)
    },
    told: () => {
      const { won, lost, open } = counts
      return {
        cases: won + lost + open,
        won,
        lost,
        open,
        rate: won / Math.max(1, won + lost),
        ...wilsonInterval(won, won + lost),
        wonValue: values.won,
        openValue: values.open,
        medianDaysToWin: lengths.won.days([0.5])[0] ?? null,
        medianDaysToLose: lengths.lost.days([0.5])[0] ?? null,
      }
    },
  }
}
