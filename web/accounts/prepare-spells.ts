import type { LifecycleStage } from '@vitalfew/contract/run.ts'

export interface StageSpell {
  stage: LifecycleStage
  from: string
  until: string | null
  netRevenue: number
}

export interface SpellLine extends StageSpell {
  /** Whole days in the stage so far. */
  days: number
  /** Of all the days that the account has been known. */
  share: number
}

const dayMs = 86_400_000

/** How long an account stayed in each stage of its life, up to the day of the run. */
export function prepareSpells(spells: readonly StageSpell[], asOf: string): SpellLine[] {
  const lines = spells.map((spell) => ({
    ...spell,
    days: Math.max(0, Math.round((Date.parse(spell.until ?? asOf) - Date.parse(spell.from)) / dayMs)),
  }))
  const all = lines.reduce((sum, { days }) => sum + days, 0)
  return lines.map((line) => ({ ...line, share: all === 0 ? 1 / lines.length : line.days / all }))
}
