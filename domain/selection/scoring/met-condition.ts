import type { MetricCondition, SelectionCondition } from '@vitalfew/contract/selection-condition.ts'
import type { SelectionColumns } from '../columns/load-columns.ts'
import { conditionKey } from '../model/metrics-of.ts'

/** 1 for every account that meets a condition, 0 for the others. */
export function metCondition(condition: SelectionCondition, columns: SelectionColumns): Uint8Array {
  if ('metric' in condition) return metBounds(condition, columns)
  if ('attribute' in condition) {
    return columns.matches.get(conditionKey(condition))?.slice() ?? new Uint8Array(columns.accounts)
  }
  if ('not' in condition) return metCondition(condition.not, columns).map((met) => 1 - met)
  const isAll = 'all' in condition
  const parts = (isAll ? condition.all : condition.any).map((part) => metCondition(part, columns))
  const met = new Uint8Array(columns.accounts).fill(isAll ? 1 : 0)
  for (const part of parts) {
    for (let i = 0; i < met.length; i++)
      met[i] = isAll ? (met[i] ?? 0) & (part[i] ?? 0) : (met[i] ?? 0) | (part[i] ?? 0)
  }
  return met
}

function metBounds(condition: MetricCondition, columns: SelectionColumns): Uint8Array {
  const figures = columns.figures.get(condition.metric)
  const ofUnknown = condition.ifUnknown === true ? 1 : 0
  const met = new Uint8Array(columns.accounts).fill(ofUnknown)
  if (figures === undefined) return met
  for (let i = 0; i < met.length; i++) {
    const figure = figures[i] ?? Number.NaN
    if (!Number.isNaN(figure)) met[i] = isWithin(figure, condition) ? 1 : 0
  }
  return met
}

/** Whether a known figure is within the bounds of a condition. */
export function isWithin(figure: number, { above, atLeast, below, atMost }: MetricCondition): boolean {
  return (
    (above === undefined || figure > above) &&
    (atLeast === undefined || figure >= atLeast) &&
    (below === undefined || figure < below) &&
    (atMost === undefined || figure <= atMost)
  )
}
