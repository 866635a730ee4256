import type { LifecycleStage, Run } from '@vitalfew/contract/run.ts'

export interface StageLine {
  name: LifecycleStage
  accounts: number
  accountShare: number
  netRevenue: number
  revenueShare: number
  /** Accounts that are going or gone are marked. */
  isFading: boolean
}

const fading: readonly LifecycleStage[] = ['slipping', 'dormant', 'lost']

export interface Stages {
  lines: StageLine[]
  /** Accounts that are going or gone, and the net revenue they once brought. */
  fading: { accounts: number; netRevenue: number }
}

/** Each stage's weight in accounts and in money, in the order of an account's life. */
export function prepareStages(stages: Run['lifecycle']['stages']): Stages {
  const accounts = stages.reduce((sum, stage) => sum + stage.accounts, 0)
  const revenue = stages.reduce((sum, stage) => sum + Math.max(0, stage.netRevenue), 0)
  const lines = stages.map((stage) => ({
    ...stage,
    accountShare: accounts > 0 ? stage.accounts / accounts : 0,
    revenueShare: revenue > 0 ? Math.max(0, stage.netRevenue) / revenue : 0,
    isFading: fading.includes(stage.name),
  }))
  const leaving = lines.filter((line) => line.isFading)
  return {
    lines,
    fading: {
      accounts: leaving.reduce((sum, line) => sum + line.accounts, 0),
      netRevenue: leaving.reduce((sum, line) => sum + line.netRevenue, 0),
    },
  }
}
