import type { FunnelEvent } from '@vitalfew/methods/funnel/furthest-way.ts'
import { columnAmounts, columnMoments, columnTexts } from './column-moments.ts'
import type { FunnelCase, FunnelCases } from './funnel-cases.ts'
import { orderStages } from './order-stages.ts'
import type { CaseTable } from './read-cases.ts'

/**
 * Opportunities: a row for each, with the stage it stands in and the days on which it began and ended. A case has been in
 * the first open stage, in the stage that its beginning is the day of, and in every open stage before the one it is in;
 * a won one in all. Where a lost one was before it was lost is known only as far as its dates say.
 */
export function casesOfPipeline({ table, columns, stages: named, cuts }: CaseTable): FunnelCases {
  const stageTexts = columnTexts(table, columns.stage)
  const begins = columnMoments(table, columns.begin ?? columns.time)
  const ends = columnMoments(table, columns.end)
  const present = [...new Set(stageTexts)].filter((stage) => stage !== '')
  const stages = orderStages(new Map(present.map((stage, place) => [stage, place])), named)
  const numberOf = new Map(stages.map(({ stage }, index) => [stage, index]))
  const open = stages.filter(({ kind }) => kind === 'open').length
  const begun = begunStage(stageTexts, { begins, numberOf, open })
  const accounts = columnTexts(table, columns.account)
  const values = columnAmounts(table, columns.value)
  const reasons = columnTexts(table, columns.reason)
  const traits = cuts.map((column) => columnTexts(table, column))
  let [incomplete, withoutTime, backwards] = [0, 0, 0]
  const cases = stageTexts.flatMap((text, row): FunnelCase[] => {
    const stage = numberOf.get(text)
    if (stage === undefined) {
      incomplete++
      return []
    }
    const [begin, end] = [begins[row] ?? Number.NaN, ends[row] ?? Number.NaN]
    const isOpen = stages[stage]?.kind === 'open'
    if (Number.isNaN(begin) && (begun === 0 || !isOpen)) withoutTime++
    if (end < begin) backwards++
    const reached = isOpen ? stage : stages[stage]?.kind === 'won' ? open - 1 : Number.isNaN(begin) ? 0 : begun
    const events: FunnelEvent[] = Array.from({ length: reached + 1 }, (_, step) => ({
      stage: step,
      time: step === begun ? begin : Number.NaN,
    }))
    return [
      {
        events: open === 0 ? [{ stage, time: end }] : isOpen ? events : [...events, { stage, time: end }],
        stage,
        account: accounts[row] ?? '',
        value: values[row] ?? Number.NaN,
        reason: reasons[row] ?? '',
        traits: traits.map((trait) => trait[row] ?? ''),
      },
    ]
  })
  return {
    shape: 'pipeline',
    stages,
    cases,
    cuts: cuts.map((column) => table.headers[column] ?? ''),
    hasAccounts: columns.account !== undefined,
    incomplete,
    withoutTime,
    backwards,
    lostSomewhere: begun < open - 1 ? cases.filter(({ stage }) => stages[stage]?.kind === 'lost').length : 0,
  }
}

/** The open stage whose day the beginning is: the first in which nearly all open cases have one. */
function begunStage(
  texts: readonly string[],
  {
    begins,
    numberOf,
    open,
  }: { readonly begins: Float64Array; readonly numberOf: ReadonlyMap<string, number>; readonly open: number },
): number {
  for (let stage = 0; stage < open; stage++) {
    let [cases, dated] = [0, 0]
    texts.forEach((text, row) => {
      if (numberOf.get(text) !== stage) return
      cases++
      dated += Number(!Number.isNaN(begins[row] ?? Number.NaN))
    })
    if (cases > 0 && dated >= cases * 0.9) return stage
  }
  return 0
}
