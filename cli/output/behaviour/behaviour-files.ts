import type { PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import type { PurchaseForecast, PurchaseTrends } from '@vitalfew/contract/purchase-trends.ts'
import type { BehaviourAnswer } from './behaviour-answer.ts'
import { csvTable } from './csv-table.ts'

type Row = Readonly<Record<string, string | number | boolean | null>>
type Table = readonly [name: string, rows: readonly Row[]]

/** The tables that go with an answer, by the names of their files. */
export function behaviourFiles(found: BehaviourAnswer): (readonly [name: string, text: string])[] {
  return tablesOf(found).map(([name, rows]) => [`${name}.csv`, csvTable(rows)])
}

function tablesOf(found: BehaviourAnswer): Table[] {
  switch (found.analysis) {
    case 'cohorts': {
      const rows = found.answer.cohorts.flatMap(({ cohort, accounts, cells }) =>
        cells.map((cell) => ({ cohort, accounts, ...cell })),
      )
      return [['cells', rows]]
    }
    case 'cycle':
      return [['due-accounts', found.answer.listed]]
    case 'affinity': {
      const rows = found.answer.rules.map(({ from, fromNames, ...rule }) => ({
        from: from.join(' + '),
        fromNames: fromNames.join(' + '),
        ...rule,
      }))
      return [['rules', rows]]
    }
    case 'whitespace':
      return [['offers', found.answer.offers.map((offer) => ({ ...offer, evidence: offer.evidence.join('; ') }))]]
    case 'funnel':
      return funnelTables(found.answer)
    case 'preference':
      return [
        ['preferred', found.answer.preferred],
        ['avoided', found.answer.avoided],
        ['prices', found.answer.prices],
      ]
    case 'trends':
      return [['series', trendRows(found.answer)]]
    case 'forecast':
    case 'demand':
      return [[found.analysis, forecastRows(found.answer)]]
  }
}

function funnelTables({ steps, cuts }: PurchaseFunnel): Table[] {
  const rows = cuts.flatMap(({ column, values }) =>
    values.map(({ value, outcomes, conversion }) => ({ column, value, ...outcomes, conversion })),
  )
  return [
    ['steps', steps],
    ['cuts', rows],
  ]
}

function trendRows({ series }: PurchaseTrends): Row[] {
  return series.map((trend) => ({
    series: trend.names.join(' · '),
    code: trend.values.join(' · '),
    direction: trend.direction,
    level: trend.level,
    slopePerYear: trend.slopePerYear,
    qValue: trend.qValue,
    revenueLast12Months: trend.revenueLast12Months,
    revenuePrior12Months: trend.revenuePrior12Months,
    seasonalStrength: trend.seasonalStrength,
    peakMonth: trend.peakMonth,
    lastChange: trend.changePoints.at(-1)?.month ?? null,
  }))
}

function forecastRows({ series, measure }: PurchaseForecast): Row[] {
  return series.flatMap(({ values, names, chosen, model, forecast }) =>
    forecast.map((month) => ({
      series: names.join(' · '),
      code: values.join(' · '),
      measure,
      ...month,
      method: chosen,
      model,
    })),
  )
}
