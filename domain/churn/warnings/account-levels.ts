import { type ChurnLevel, type ChurnSignalName, churnSignals } from '@vitalfew/contract/churn.ts'
import { churnLevelOf } from '@vitalfew/methods/churn/churn-level-of.ts'
import type { JudgedDay } from './judge-day.ts'
import type { SignalScales } from './signal-scales.ts'

/** Signals that speak beside silence, from which the level is read anyway. */
const otherSignals = churnSignals.filter((name) => name !== 'silence' && name !== 'lowProbability')

/** Strength of a signal on the common scale, 0 where it says nothing. */
export function strengthOf(signal: ChurnSignalName, row: number, of: { day: JudgedDay; scales: SignalScales }): number {
  const deviation = of.day.deviations[signal][row] ?? Number.NaN
  return Number.isNaN(deviation) ? 0 : deviation / of.scales[signal]
}

/** The level of every account; null where it never bought. */
export function accountLevels(day: JudgedDay, scales: SignalScales): (ChurnLevel | null)[] {
  const { conduct, risk } = day
  return Array.from(conduct.purchases, (purchases, row) => {
    if (purchases === 0) return null
    const strength = (signal: ChurnSignalName): number => strengthOf(signal, row, { day, scales })
    const level = churnLevelOf({
      hasLeft: conduct.hasLeft[row] === 1,
      silenceCycles: (conduct.silenceDays[row] ?? 0) / (conduct.cycleDays[row] ?? 1),
      risk: risk[row] ?? 0,
      strongSignals: otherSignals.filter((signal) => strength(signal) >= 1).length,
    })
    // A contract that is about to end is worth a look whatever else.
    return level === 'low' && strength('contractEnding') >= 1 ? 'medium' : level
  })
}
