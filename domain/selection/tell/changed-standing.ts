import { movedValue } from '@vitalfew/methods/scoring/moved-value.ts'
import { scoreRow } from '@vitalfew/methods/scoring/score-row.ts'
import { roundDecimals } from '@vitalfew/methods/arithmetic/round-decimals.ts'
import { scoreDecimals } from '@vitalfew/methods/tiering/tier-codes.ts'
import type { ChosenAccounts } from '../choose-accounts.ts'
import type { SelectionColumns } from '../columns/load-columns.ts'
import { metCondition } from '../scoring/met-condition.ts'
import type { FigureMix } from './demand-mix.ts'

/**
 * The tier, by its place, that an account has with other figures, all others being as they are: gates, conditions and the
 * score are looked at anew. The last where it then fails a gate or is no longer compared.
 */
export function changedStanding(
  { scored, columns }: Pick<ChosenAccounts, 'scored' | 'columns'>,
  {
    position,
    changes,
    needed,
  }: {
    readonly position: number
    readonly changes: FigureMix['changes']
    /** By the place of a tier, the score that certainly gets into it. */
    readonly needed: ReadonlyMap<number, number>
  },
): { readonly reached: number; readonly row: Float64Array } {
  const { model, criteria, scoring } = scored
  const changed = new Map(changes.map(({ metric, to }) => [metric, to]))
  const row = Float64Array.from(criteria, ({ fitted }, criterion) => {
    const figure = changed.get(model.criteria[criterion]?.metric ?? '')
    const from = scored.figures[criterion]?.[position] ?? Number.NaN
    return figure === undefined
      ? (scored.values[criterion]?.[position] ?? Number.NaN)
      : movedValue(figure, { from, fitted })
  })
  const last = model.tiers.length - 1
  const alone = columnsOf(columns, { position, changed })
  const isIn = [
    ...(model.population === undefined ? [] : [model.population]),
    ...model.gates.map((gate) => gate.condition),
  ]
  if (isIn.some((condition) => metCondition(condition, alone)[0] !== 1)) return { reached: last, row }
  const score = scoring === null ? 0.5 : scoreRow(row, scoring)
  const reached = model.tiers.findIndex(({ rule }, tier) => {
    if (rule.kind === 'rest') return true
    if (rule.kind === 'rules') return metCondition(rule.enter, alone)[0] === 1
    return roundDecimals(score, scoreDecimals) >= roundDecimals(needed.get(tier) ?? Infinity, scoreDecimals)
  })
  return { reached: reached === -1 ? last : reached, row }
}

/** What is known of one account, with its other figures. */
function columnsOf(
  columns: SelectionColumns,
  { position, changed }: { readonly position: number; readonly changed: ReadonlyMap<string, number> },
): SelectionColumns {
  const figures = [...columns.figures].map(
    ([metric, column]) => [metric, Float64Array.of(changed.get(metric) ?? column[position] ?? Number.NaN)] as const,
  )
  const matches = [...columns.matches].map(([key, column]) => [key, Uint8Array.of(column[position] ?? 0)] as const)
  const one = (column: Float64Array): Float64Array => column.slice(position, position + 1)
  return {
    accounts: 1,
    keys: columns.keys.slice(position, position + 1),
    netRevenue: one(columns.netRevenue),
    grossProfit: one(columns.grossProfit),
    share: one(columns.share),
    figures: new Map(figures),
    matches: new Map(matches),
    previous: null,
  }
}
