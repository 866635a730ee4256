import { useQuery } from '@tanstack/react-query'
import type { PurchaseForecast, SalesForecast } from '@vitalfew/contract/purchase-trends.ts'
import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { api } from '../app/api.ts'
import { useShownRun } from '../app/shown-level.ts'
import { Card } from '../design/card.tsx'
import { type Column, DataTable } from '../design/data-table.tsx'
import { type Reader, useReader } from '../design/reader.tsx'
import { comparisonVerdict } from './comparison-verdict.ts'
import { CutChoice } from './cut-choice.tsx'
import { ForecastChart } from './forecast-chart.tsx'
import { ForecastWords } from './forecast-words.tsx'
import { MonthsChoice } from './months-choice.tsx'
import type { PartProps } from './part-props.ts'
import { WithAnswer } from './with-answer.tsx'

const tables = ['forecast', 'history', 'tested'] as const

/** What is to come, by month, with how well the same did on the past. */
export function ForecastPart(props: PartProps) {
  const { t } = useReader()
  const { first, months } = props.search
  const shownRun = useShownRun()
  const input = { ...shownRun, ...(first === undefined ? {} : { first }), ...(months === undefined ? {} : { months }) }
  const query = useQuery(api.behaviour.forecast.queryOptions({ input, staleTime: 300_000 }))
  const titles = {
    forecast: t('habits.tab.forecast'),
    history: t('habits.forecast.history'),
    tested: t('behaviour.table.tested'),
  }
  return (
    <WithAnswer
      query={query}
      file={{
        path: '/behaviour/forecast',
        choice: input,
        tables: tables.map((name) => ({ name, title: titles[name] })),
      }}
      controls={
        <>
          <CutChoice {...props} hasSecond={false} />
          <MonthsChoice {...props} />
        </>
      }
    >
      {({ answer }) =>
        answer.series.length === 0 ? (
          <p className="vf-empty">{t('behaviour.empty')}</p>
        ) : (
          <>
            <ChosenForecast forecast={answer} />
            <TestedCard forecast={answer} />
          </>
        )
      }
    </WithAnswer>
  )
}

function ChosenForecast(props: { forecast: PurchaseForecast }) {
  const { t } = useReader()
  const { series } = props.forecast
  const names = series.map((item) => item.names.join(' · ') || t('behaviour.whole'))
  const [chosen, setChosen] = useState(0)
  const shown = series[chosen] ?? series[0]
  if (shown === undefined) return null
  return (
    <Card title={t('behaviour.report.forecast.title')}>
      {series.length > 1 && (
        <div className="vf-habit-row">
          <label className="vf-habit-choice">
            <span>{t('habits.forecast.of')}</span>
            <Select
              aria-label={t('habits.forecast.of')}
              value={series.indexOf(shown)}
              popupMatchSelectWidth={false}
              options={names.map((label, value) => ({ value, label }))}
              onChange={setChosen}
            />
          </label>
        </div>
      )}
      <ForecastWords sales={shown} />
      <ForecastChart forecast={shown} />
    </Card>
  )
}

function TestedCard(props: { forecast: PurchaseForecast }) {
  const reader = useReader()
  const { t, format } = reader
  const { series, comparison, leftOut } = props.forecast
  const columns = useMemo(() => testedColumns(reader), [reader])
  const { verdict, saved } = comparisonVerdict(comparison)
  const said = t(`behaviour.note.comparison.${verdict}`, {
    series: format.count(comparison.series),
    better: format.count(comparison.better),
    saved: format.percent(saved),
  })
  const left = leftOut === 0 ? '' : ` ${t('behaviour.note.leftOut', { series: format.count(leftOut) })}`
  return (
    <Card title={t('behaviour.table.tested')} note={`${said}${left}`}>
      <DataTable
        caption={t('behaviour.table.tested')}
        columns={columns}
        rows={series}
        rowKey={({ values }) => values.join('\n')}
        order={{ column: 'next12', descending: true }}
        empty={t('behaviour.empty')}
      />
    </Card>
  )
}

function testedColumns({ t, format }: Reader): Column<SalesForecast>[] {
  const name = ({ names }: SalesForecast): string => names.join(' · ') || t('behaviour.whole')
  const amount = (
    key: 'last12' | 'next12' | 'error' | 'naiveError',
    value: (item: SalesForecast) => number | null,
  ): Column<SalesForecast> => ({
    name: key,
    header: t(`behaviour.column.${key}`),
    unit: format.unit,
    isNumber: true,
    value,
    cell: (item) => format.amount(value(item)),
  })
  return [
    { name: 'series', header: t('behaviour.column.series'), isNumber: false, value: name, cell: name },
    amount('last12', ({ last12Months }) => last12Months),
    amount('next12', ({ next12Months }) => next12Months),
    {
      name: 'method',
      header: t('behaviour.column.method'),
      isNumber: false,
      value: ({ chosen }) => chosen,
      cell: ({ chosen, model }) => t(`behaviour.method.${chosen}`, { model }),
    },
    amount('error', ({ backtest }) => backtest?.combined.meanAbsoluteError ?? null),
    amount('naiveError', ({ backtest }) => backtest?.seasonalNaive.meanAbsoluteError ?? null),
    {
      name: 'coverage',
      header: t('behaviour.column.coverage'),
      isNumber: true,
      value: ({ backtest }) => backtest?.combined.coverage80 ?? null,
      cell: ({ backtest }) => format.percent(backtest?.combined.coverage80, 0),
    },
  ]
}
