import type { CustomerValue, FittedModel, HoldoutScore } from '@vitalfew/contract/customer-value.ts'
import { isBaseline, type ForecastName } from './model-name.ts'

export const scoreMeasures = ['bias', 'mae', 'spearman', 'topDecileShare'] as const
export type ScoreMeasure = (typeof scoreMeasures)[number]

export interface ScoreLine {
  name: ForecastName
  isBaseline: boolean
  isChosen: boolean
  expected: number | null
  /** Forecast ÷ outcome − 1: how far all customers together were missed. */
  bias: number | null
  mae: number | null
  spearman: number | null
  topDecileShare: number | null
  /** In which measures nothing did better. */
  best: ReadonlySet<ScoreMeasure>
  /** How the fit ended; null for baselines. */
  fit: FittedModel | null
}

export interface Scoreboard {
  /** Models first, then baselines, each as the run lists them. */
  lines: ScoreLine[]
  /** Repeat purchases that were really made in the holdout. */
  actual: number | null
  /** Whether anything was judged on purchases it had not seen. */
  isScored: boolean
}

/** Models beside what they have to beat. The model of spend forecasts no purchases and stands apart. */
export function prepareScoreboard(value: CustomerValue): Scoreboard {
  const models = value.models.filter(({ name }) => name !== 'gamma-gamma')
  const known = new Set<string>(models.map(({ name }) => name))
  const lines = [
    ...models.map((model) => lineOf({ name: model.name, holdout: model.holdout, fit: model, value })),
    ...value.baselines
      .filter(({ name }) => !known.has(name))
      .map(({ name, holdout }) => lineOf({ name, holdout, fit: null, value })),
  ].toSorted((a, b) => Number(a.isBaseline) - Number(b.isBaseline))
  const scores = [...models, ...value.baselines].flatMap(({ holdout }) => (holdout === null ? [] : [holdout]))
  return { lines: withBest(lines), actual: scores[0]?.actual ?? null, isScored: scores.length > 0 }
}

function lineOf(entry: {
  name: ForecastName
  holdout: HoldoutScore | null
  fit: FittedModel | null
  value: CustomerValue
}): ScoreLine {
  const { name, holdout } = entry
  return {
    name,
    isBaseline: isBaseline(name),
    isChosen: name === entry.value.chosen,
    expected: holdout?.expected ?? null,
    bias: holdout !== null && holdout.actual > 0 ? holdout.expected / holdout.actual - 1 : null,
    mae: holdout?.mae ?? null,
    spearman: holdout?.spearman ?? null,
    topDecileShare: holdout?.topDecileShare ?? null,
    best: new Set(),
    fit: entry.fit,
  }
}

/** The smaller a miss the better; a single figure is not the best of anything. */
const goodness: Record<ScoreMeasure, (line: ScoreLine) => number | null> = {
  bias: ({ bias }) => (bias === null ? null : -Math.abs(bias)),
  mae: ({ mae }) => (mae === null ? null : -mae),
  spearman: ({ spearman }) => spearman,
  topDecileShare: ({ topDecileShare }) => topDecileShare,
}

function withBest(lines: readonly ScoreLine[]): ScoreLine[] {
  const best = scoreMeasures.map((measure) => {
    const known = lines.map(goodness[measure]).filter((figure) => figure !== null)
    return { measure, figure: known.length > 1 ? Math.max(...known) : null }
  })
  return lines.map((line) => ({
    ...line,
    best: new Set(
      best.flatMap(({ measure, figure }) => (figure !== null && goodness[measure](line) === figure ? [measure] : [])),
    ),
  }))
}
