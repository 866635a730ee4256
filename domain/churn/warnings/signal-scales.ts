import { type ChurnSignalName, churnSignals } from '@vitalfew/contract/churn.ts'
import { signalScale } from '@vitalfew/methods/churn/signal-scale.ts'
import type { JudgedDay } from './judge-day.ts'

/** What counts as 1 while too few accounts have left to say: stated in the guide. */
export const statedScales: Readonly<Record<ChurnSignalName, number>> = {
  silence: 2,
  fewerOrders: 0.5,
  shrinkingBasket: 0.4,
  fewerCategories: 0.4,
  moreReturns: 0.1,
  lowProbability: 0.5,
  complaints: 2,
  contractEnding: 0.5,
}

/** A past day and, of each account, whether it bought within the horizon after it. */
export interface JudgedPast {
  readonly day: JudgedDay
  readonly boughtAfter: (row: number) => boolean
}

export type SignalScales = Readonly<Record<ChurnSignalName, number>>

/** The common scale of the signals, from accounts that left after past days and those that stayed. */
export function signalScales(past: readonly JudgedPast[]): SignalScales {
  const scaleOf = (signal: ChurnSignalName): number => {
    const left: number[] = []
    const stayed: number[] = []
    for (const { day, boughtAfter } of past) {
      day.deviations[signal].forEach((deviation, row) => {
        if (Number.isNaN(deviation) || day.conduct.hasLeft[row] === 1) return
        if (boughtAfter(row)) stayed.push(deviation)
        else left.push(deviation)
      })
    }
    const deviations = { left: Float64Array.from(left), stayed: Float64Array.from(stayed) }
    return signalScale(deviations, { fallback: statedScales[signal] })
  }
  const scales = { ...statedScales }
  // Contracts of past days are known only as they stand today: they must not be looked back at.
  for (const signal of churnSignals) if (signal !== 'contractEnding') scales[signal] = scaleOf(signal)
  return scales
}
