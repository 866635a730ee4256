import { useQuery } from '@tanstack/react-query'
import type { PurchaseForecast, SalesForecast } from '@vitalfew/contract/purchase-trends.ts'
import { useMemo } from 'react'
import { api } from '../app/api.ts'
import { useShownRun } from '../app/shown-level.ts'
import { Card } from '../design/card.tsx'
import { type Column, DataTable } from '../design/data-table.tsx'
import { type Reader, useReader } from '../design/reader.tsx'
import { SparklineChart } from '../design/sparkline.tsx'
import { cutHeader } from './cut-header.ts'
import { CutChoice } from './cut-choice.tsx'
import { MonthsChoice } from './months-choice.tsx'
import type { PartProps } from './part-props.ts'
import { WithAnswer } from './with-answer.tsx'

/** What key accounts will want, by family or product and month, for planning. */
export function DemandPart(props: PartProps) {
  const { t } = useReader()
  const { first, months } = props.search
  const shownRun = useShownRun()
  const input = { ...shownRun, ...(first === undefined ? {} : { first }), ...(months === undefined ? {} : { months }) }
  const query = useQuery(api.behaviour.demand.queryOptions({ input, staleTime: 300_000 }))
  const tables = [
    { name: 'forecast', title: t('habits.tab.demand') },
    { name: 'history', title: t('habits.forecast.history') },
    { name: 'tested', title: t('behaviour.table.tested') },
  ]
  return (
    <WithAnswer
      query={query}
      file={{ path: '/behaviour/demand', choice: input, tables }}
      controls={
        <>
          <CutChoice {...props} hasSecond={false} />
          <MonthsChoice {...props} />
        </>
      }
    >
      {({ answer }) => <DemandCard demand={answer} />}
    </WithAnswer>
  )
}

function DemandCard(props: { demand: PurchaseForecast }) {
  const reader = useReader()
  const { t, format } = reader
  const { demand } = props
  const columns = useMemo(() => demandColumns(reader, demand), [reader, demand])
  const rows = useMemo(() => demand.series.filter(({ values }) => values.length > 0), [demand])
  const note = t('habits.demand.note', { accounts: format.count(demand.keyAccounts ?? 0) })
  const unit = t(demand.measure === 'units' ? 'habits.demand.units' : 'habits.demand.money')
  return (
    <Card className="vf-habit-wide" title={t('habits.tab.demand')} note={`${note} ${unit}`}>
      <DataTable
        caption={t('habits.tab.demand')}
        columns={columns}
        rows={rows}
        rowKey={({ values }) => values.join('\n')}
        order={{ column: 'next12', descending: true }}
        empty={t('behaviour.empty')}
      />
    </Card>
  )
}

function demandColumns({ t, format }: Reader, demand: PurchaseForecast): Column<SalesForecast>[] {
  const isUnits = demand.measure === 'units'
  const written = (value: number | null | undefined): string =>
    isUnits ? format.count(value === null || value === undefined ? value : Math.round(value)) : format.amount(value)
  const unit = isUnits ? '' : format.unit
  const name = ({ names }: SalesForecast): string => names.join(' · ')
  const months = demand.series[0]?.forecast.map(({ month }) => month) ?? []
  return [
    {
      name: 'series',
      header: cutHeader(demand.cuts, { t }) || t('habits.demand.pick'),
      isNumber: false,
      value: name,
      cell: name,
    },
    {
      name: 'history',
      header: t('habits.forecast.history'),
      isNumber: false,
      value: ({ last12Months }) => last12Months,
      cell: (item) => <SparklineChart amounts={item.history.slice(-24)} label={name(item)} />,
    },
    {
      name: 'last12',
      header: t('behaviour.column.last12'),
      unit,
      isNumber: true,
      value: ({ last12Months }) => last12Months,
      cell: ({ last12Months }) => written(last12Months),
    },
    {
      name: 'next12',
      header: t('behaviour.column.next12'),
      unit,
      isNumber: true,
      value: ({ next12Months }) => next12Months,
      cell: ({ next12Months }) => written(next12Months),
    },
    ...months.map((month, at): Column<SalesForecast> => ({
      name: month,
      header: month.slice(0, 7),
      unit,
      isNumber: true,
      value: ({ forecast }) => forecast[at]?.mean ?? null,
      cell: ({ forecast }) => {
        const step = forecast[at]
        return (
          <span className="vf-habit-step">
            {written(step?.mean)}
            <small>
              {written(step?.lower80)} – {written(step?.upper80)}
            </small>
          </span>
        )
      },
    })),
  ]
}
