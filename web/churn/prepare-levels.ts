import type { Churn, ChurnLevel } from '@vitalfew/contract/churn.ts'

export interface LevelLine {
  level: ChurnLevel
  accounts: number
  netRevenue: number
  valueAtRisk: number
  accountShare: number
  riskShare: number
}

const order: readonly ChurnLevel[] = ['high', 'medium', 'low', 'left']

/** How many accounts stand at each level and how much hangs on them, the gravest first. */
export function prepareLevels(levels: Churn['levels']): LevelLine[] {
  const accounts = levels.reduce((sum, level) => sum + level.accounts, 0)
  const atRisk = levels.reduce((sum, level) => sum + Math.max(0, level.valueAtRisk), 0)
  return levels
    .map((level) => ({
      ...level,
      accountShare: accounts > 0 ? level.accounts / accounts : 0,
      riskShare: atRisk > 0 ? Math.max(0, level.valueAtRisk) / atRisk : 0,
    }))
    .toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
}
