import { useQuery } from '@tanstack/react-query'
import type { PurchaseTrends, SalesTrend } from '@vitalfew/contract/purchase-trends.ts'
import { useMemo, useState } from 'react'
import { api } from '../app/api.ts'
import { useShownRun } from '../app/shown-level.ts'
import { Card } from '../design/card.tsx'
import { DataTable } from '../design/data-table.tsx'
import { useReader } from '../design/reader.tsx'
import { SegmentedControl } from '../design/segmented-control.tsx'
import { CutChoice } from './cut-choice.tsx'
import type { PartProps } from './part-props.ts'
import { trendColumns } from './trend-columns.tsx'
import { WithAnswer } from './with-answer.tsx'

const directions = ['rising', 'falling', 'flat'] as const

/** What rises and what falls, the money that moves first. */
export function TrendsPart(props: PartProps) {
  const { t } = useReader()
  const { first, second } = props.search
  const shownRun = useShownRun()
  const input = { ...shownRun, ...(first === undefined ? {} : { first }), ...(second === undefined ? {} : { second }) }
  const query = useQuery(api.behaviour.trends.queryOptions({ input, staleTime: 300_000 }))
  return (
    <WithAnswer
      query={query}
      file={{ path: '/behaviour/trends', choice: input, tables: [{ name: 'trends', title: t('habits.tab.trends') }] }}
      controls={<CutChoice {...props} hasSecond />}
    >
      {({ answer }) => <TrendCard trends={answer} />}
    </WithAnswer>
  )
}

function TotalWords(props: { total: SalesTrend }) {
  const { t, format } = useReader()
  const { direction, level, slopePerYear } = props.total
  return (
    <p className="vf-notice">
      {t(`behaviour.note.total.${direction}`, {
        level: format.money(level),
        slope: format.money(Math.abs(slopePerYear)),
      })}
    </p>
  )
}

function TrendCard(props: { trends: PurchaseTrends }) {
  const reader = useReader()
  const { t, format } = reader
  const { trends } = props
  const { total, series } = trends
  const [chosen, setChosen] = useState<(typeof directions)[number]>()
  // What there is comes first: an empty list is no beginning.
  const shown = chosen ?? directions.find((name) => series.some(({ direction }) => direction === name)) ?? 'rising'
  const columns = useMemo(() => trendColumns(reader, trends.cuts), [reader, trends.cuts])
  const rows = useMemo(() => series.filter(({ direction }) => direction === shown), [series, shown])
  const note = t('behaviour.note.trends', {
    tested: format.count(trends.tested),
    untested: format.count(trends.untested),
    rising: format.count(trends.rising),
    falling: format.count(trends.falling),
  })
  const empty = {
    rising: 'habits.trends.noneRising',
    falling: 'habits.trends.noneFalling',
    flat: 'behaviour.empty',
  } as const
  return (
    <Card
      title={t('behaviour.title.trends', {
        cuts: trends.cuts.map((cut) => t(`behaviour.cut.${cut}`)).join(' × ') || t('behaviour.whole'),
        from: trends.from,
        to: trends.to,
      })}
      note={note}
    >
      {total !== null && <TotalWords total={total} />}
      <div className="vf-habit-row">
        <SegmentedControl
          label={t('habits.trends.show')}
          value={shown}
          onChange={setChosen}
          options={directions.map((value) => ({
            value,
            label: `${t(`habits.trends.${value}`)} ${format.count(series.filter(({ direction }) => direction === value).length)}`,
          }))}
        />
      </div>
      {shown === 'rising' && <p className="vf-note">{t('habits.trends.risingNote')}</p>}
      <DataTable
        key={shown}
        caption={t(`habits.trends.${shown}`)}
        columns={columns}
        rows={rows}
        rowKey={({ values }) => values.join('\n')}
        order={{ column: 'slope', descending: shown !== 'falling' }}
        empty={t(empty[shown])}
      />
    </Card>
  )
}
