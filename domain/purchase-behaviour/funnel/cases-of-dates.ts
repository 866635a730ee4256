import type { FunnelEvent } from '@vitalfew/methods/funnel/furthest-way.ts'
import { columnAmounts, columnMoments, columnTexts, isDayColumn } from './column-moments.ts'
import type { FunnelCase, FunnelCases } from './funnel-cases.ts'
import { orderStages } from './order-stages.ts'
import type { CaseTable } from './read-cases.ts'

/** A row for each case and a column of days for each stage, in the order of the columns; null without two of them. */
export function casesOfDates({ table, columns, stages: named, cuts }: CaseTable): FunnelCases | null {
  const dated = [...table.headers.keys()].filter((column) => isDayColumn(table, column))
  if (dated.length < 2) return null
  const places = new Map(dated.map((column, place) => [table.headers[column] ?? '', place]))
  const stages =
    named.length > 0
      ? orderStages(places, named)
      : dated.map((column) => ({ stage: table.headers[column] ?? '', kind: 'open' as const }))
  const moments = stages.map(({ stage }) => columnMoments(table, table.headers.indexOf(stage)))
  const accounts = columnTexts(table, columns.account)
  const values = columnAmounts(table, columns.value)
  const reasons = columnTexts(table, columns.reason)
  const traits = cuts.map((column) => columnTexts(table, column))
  let [withoutTime, backwards] = [0, 0]
  const cases = table.rows.flatMap((_, row): FunnelCase[] => {
    const events = moments.flatMap((days, stage): FunnelEvent[] => {
      const time = days[row] ?? Number.NaN
      return Number.isNaN(time) ? [] : [{ stage, time }]
    })
    if (events.length === 0) {
      withoutTime++
      return []
    }
    backwards += Number(events.some(({ time }, index) => time < (events[index - 1]?.time ?? time)))
    return [
      {
        events: events.toSorted((one, other) => one.time - other.time || one.stage - other.stage),
        stage: events.at(-1)?.stage ?? 0,
        account: accounts[row] ?? '',
        value: values[row] ?? Number.NaN,
        reason: reasons[row] ?? '',
        traits: traits.map((trait) => trait[row] ?? ''),
      },
    ]
  })
  return {
    shape: 'dates',
    stages,
    cases,
    cuts: cuts.map((column) => table.headers[column] ?? ''),
    hasAccounts: columns.account !== undefined,
    incomplete: 0,
    withoutTime,
    backwards,
    lostSomewhere: 0,
  }
}
