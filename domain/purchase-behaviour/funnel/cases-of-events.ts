import type { FunnelEvent } from '@vitalfew/methods/funnel/furthest-way.ts'
import { columnAmounts, columnMoments, columnTexts } from './column-moments.ts'
import type { FunnelCase, FunnelCases } from './funnel-cases.ts'
import { orderStages } from './order-stages.ts'
import type { CaseTable } from './read-cases.ts'

/** Events: a row for each, with the case it happened to, what happened, and when. */
export function casesOfEvents({ table, columns, stages: named, cuts }: CaseTable): FunnelCases {
  const names = columnTexts(table, columns.case ?? columns.account)
  const texts = columnTexts(table, columns.stage)
  const times = columnMoments(table, columns.time)
  const values = columnAmounts(table, columns.value)
  const reasons = columnTexts(table, columns.reason)
  const accounts = columnTexts(table, columns.account)
  const traits = cuts.map((column) => columnTexts(table, column))
  const complete = [...names.keys()].filter((row) => names[row] !== '' && texts[row] !== '')
  const timed = complete.filter((row) => !Number.isNaN(times[row] ?? Number.NaN))
  const rowsOf = Map.groupBy(timed, (row) => names[row] ?? '')
  const stages = orderStages(placesOf([...rowsOf.values()], { texts, times }), named)
  const numberOf = new Map(stages.map(({ stage }, index) => [stage, index]))
  let backwards = 0
  const cases = [...rowsOf.values()].flatMap((rows): FunnelCase[] => {
    // Files may be sorted the other way round: only rows that go both ways are out of order.
    backwards += Number(goesBothWays(rows.map((row) => times[row] ?? 0)))
    const events = rows
      .flatMap((row): FunnelEvent[] => {
        const stage = numberOf.get(texts[row] ?? '')
        return stage === undefined ? [] : [{ stage, time: times[row] ?? 0 }]
      })
      .toSorted((one, other) => one.time - other.time || one.stage - other.stage)
    const last = events.at(-1)
    if (last === undefined) return []
    const lastOf = (column: readonly string[]): string =>
      rows.map((row) => column[row] ?? '').findLast((text) => text !== '') ?? ''
    return [
      {
        events,
        stage: last.stage,
        account: lastOf(accounts),
        value: rows.map((row) => values[row] ?? Number.NaN).findLast((value) => !Number.isNaN(value)) ?? Number.NaN,
        reason: lastOf(reasons),
        traits: traits.map(lastOf),
      },
    ]
  })
  return {
    shape: 'events',
    stages,
    cases,
    cuts: cuts.map((column) => table.headers[column] ?? ''),
    // Where the account is the case, a row without one is not a case.
    hasAccounts: columns.case !== undefined && columns.account !== undefined,
    incomplete: names.length - complete.length,
    withoutTime: complete.length - timed.length,
    backwards,
    lostSomewhere: 0,
  }
}

function goesBothWays(times: readonly number[]): boolean {
  const steps = times.slice(1).map((time, i) => time - (times[i] ?? 0))
  return steps.some((step) => step < 0) && steps.some((step) => step > 0)
}

/** How early cases come to each stage: the mean place of its first occurrence among the stages of a case, from 0 to 1. */
function placesOf(
  cases: readonly (readonly number[])[],
  { texts, times }: { readonly texts: readonly string[]; readonly times: Float64Array },
): Map<string, number> {
  const sums = new Map<string, { sum: number; count: number }>()
  for (const rows of cases) {
    const sorted = rows.toSorted((one, other) => (times[one] ?? 0) - (times[other] ?? 0) || one - other)
    const order = [...new Set(sorted.map((row) => texts[row] ?? ''))]
    order.forEach((stage, place) => {
      const known = sums.get(stage) ?? { sum: 0, count: 0 }
      const early = order.length === 1 ? 0.5 : place / (order.length - 1)
      sums.set(stage, { sum: known.sum + early, count: known.count + 1 })
    })
  }
  return new Map([...sums].map(([stage, { sum, count }]) => [stage, sum / count]))
}
