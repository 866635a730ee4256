import type { Churn } from '@vitalfew/contract/churn.ts'
import { logRank } from '@vitalfew/methods/survival/log-rank.ts'
import type { SurvivalData } from '@vitalfew/methods/survival/survival-data.ts'
import { survivalCurve } from './survival-curve.ts'

/** Subjects of one value of a cut. */
export interface SurvivalGroup {
  readonly dimension: string
  readonly value: string
  readonly data: SurvivalData
}

const mostGroups = 12
const fewestSubjects = 5
/** Cuts whose curves are drawn, and curves of a cut. */
const drawnCuts = 3
const drawnCurves = 8

/** The curve of everybody, the log-rank test of every cut, and the curves of the cuts that tell most apart. */
export function groupedSurvival(
  everybody: SurvivalData,
  groups: readonly SurvivalGroup[],
): Pick<Churn, 'survival' | 'logRank'> {
  if (everybody.durations.length === 0) return { survival: [], logRank: [] }
  const cuts = [...Map.groupBy(groups, ({ dimension }) => dimension)].flatMap(([dimension, values]) => {
    const kept = values
      .filter(({ data }) => data.durations.length >= fewestSubjects)
      .toSorted((one, other) => other.data.durations.length - one.data.durations.length)
      .slice(0, mostGroups)
    return kept.length < 2 ? [] : [{ dimension, kept, test: logRankOf(kept) }]
  })
  const telling = cuts
    .filter(({ test }) => test.pValue < 0.05)
    .toSorted((one, other) => one.test.pValue - other.test.pValue || perDegree(other.test) - perDegree(one.test))
    .slice(0, drawnCuts)
  return {
    survival: [
      survivalCurve(everybody, { dimension: '', group: '' }),
      ...telling.flatMap(({ dimension, kept }) =>
        kept.slice(0, drawnCurves).map(({ value, data }) => survivalCurve(data, { dimension, group: value })),
      ),
    ],
    logRank: cuts.map(({ dimension, test }) => ({
      dimension,
      statistic: test.statistic,
      degrees: test.degrees,
      p: test.pValue,
    })),
  }
}

function perDegree({ statistic, degrees }: { readonly statistic: number; readonly degrees: number }): number {
  return statistic / Math.max(1, degrees)
}

function logRankOf(groups: readonly SurvivalGroup[]) {
  const size = groups.reduce((sum, { data }) => sum + data.durations.length, 0)
  const durations = new Float64Array(size)
  const events = new Uint8Array(size)
  const numbers = new Uint32Array(size)
  let at = 0
  groups.forEach(({ data }, group) => {
    durations.set(data.durations, at)
    events.set(data.events, at)
    numbers.fill(group, at, at + data.durations.length)
    at += data.durations.length
  })
  return logRank({ durations, events }, numbers)
}
