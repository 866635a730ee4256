import { useQuery } from '@tanstack/react-query'
import type { AccountHabits as Habits } from '@vitalfew/contract/api/account-habits.ts'
import { Skeleton } from 'antd'
import { useMemo } from 'react'
import { api } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { useMe } from '../app/session.ts'
import { useShownRun } from '../app/shown-level.ts'
import { Card } from '../design/card.tsx'
import { DataTable } from '../design/data-table.tsx'
import { useReader } from '../design/reader.tsx'
import { FileButton } from './file-button.tsx'
import { periodName } from './period-name.ts'
import { ForecastChart } from './forecast-chart.tsx'
import { ForecastWords } from './forecast-words.tsx'
import { itemColumns, offerColumns } from './item-columns.tsx'
import { SeriesChart } from './series-chart.tsx'

/** How one account buys: its rhythm and next order, what it prefers and leaves out, its breadth, its months to come. */
export function AccountHabits(props: { accountKey: string }) {
  const { t } = useReader()
  const { accountKey: key } = props
  const shownRun = useShownRun()
  const query = useQuery(api.behaviour.account.queryOptions({ input: { ...shownRun, key }, staleTime: 300_000 }))
  if (query.isError) return <FaultNotice fault={query.error} onRetry={() => void query.refetch()} />
  if (query.isPending)
    return (
      <div>
        <p className="vf-note" role="status">
          {t('habits.working')}
        </p>
        <Skeleton active paragraph={{ rows: 8 }} />
      </div>
    )
  const { habits, run } = query.data
  const tables = [
    { name: 'gaps', title: t('habits.account.gaps') },
    { name: 'preference', title: t('habits.tab.preference') },
    { name: 'offers', title: t('habits.tab.whitespace') },
    { name: 'breadth', title: t('behaviour.table.breadth') },
    { name: 'history', title: t('habits.forecast.history') },
    { name: 'forecast', title: t('habits.tab.forecast') },
  ]
  return (
    <div className="vf-stack">
      <div className="vf-habit-bar">
        <span className="vf-note">{t('habits.asOf', { asOf: run.asOf })}</span>
        <FileButton asked={{ path: `/accounts/${key}/behaviour`, choice: {}, tables }} />
      </div>
      <CycleCard habits={habits} />
      <ForecastOfAccount habits={habits} />
      <OffersCard whitespace={habits.whitespace} />
      <PreferenceCard preference={habits.preference} />
      <BreadthCard breadth={habits.breadth} />
    </div>
  )
}

function CycleCard(props: { habits: Habits }) {
  const { t, format } = useReader()
  const { cycle, gaps } = props.habits
  const series = useMemo(
    () => [{ name: t('habits.file.gapDays'), kind: 'bars' as const, values: gaps.map(({ days }) => days) }],
    [gaps, t],
  )
  return (
    <Card title={t('habits.account.cycle')}>
      <p className="vf-lead">
        {cycle === null
          ? t('habits.account.noCycle')
          : t(`habits.account.cycleNote.${cycle.status}`, {
              usual: format.decimal(cycle.medianGapDays, 0),
              silence: format.count(cycle.silenceDays),
              expected: cycle.expected,
              from: cycle.from,
              to: cycle.to,
            })}
      </p>
      {gaps.length > 1 && (
        <SeriesChart
          label={t('habits.account.gaps')}
          by={t('habits.file.day')}
          categories={gaps.map(({ day }) => day)}
          series={series}
          write={format.count}
          height={180}
        />
      )}
    </Card>
  )
}

function ForecastOfAccount(props: { habits: Habits }) {
  const { t } = useReader()
  const { forecast } = props.habits
  const sales = useMemo(() => (forecast === null ? null : { ...forecast.sales, values: [], names: [] }), [forecast])
  return (
    <Card title={t('habits.account.forecast')}>
      {sales === null ? (
        <p className="vf-empty">{t('habits.account.noForecast')}</p>
      ) : (
        <>
          <ForecastWords sales={sales} />
          <ForecastChart forecast={sales} />
        </>
      )}
    </Card>
  )
}

function OffersCard(props: { whitespace: Habits['whitespace'] }) {
  const reader = useReader()
  const { t } = reader
  const me = useMe()
  const { whitespace } = props
  const seesAll = me.role === 'administrator' || me.role === 'analyst'
  const columns = useMemo(
    () => offerColumns(reader).filter(({ name }) => seesAll || name !== 'evidence'),
    [reader, seesAll],
  )
  return (
    <Card
      title={t('habits.account.whitespace')}
      note={seesAll ? t('habits.whitespace.note') : `${t('habits.whitespace.note')} ${t('habits.account.hiddenPeers')}`}
    >
      <DataTable
        caption={t('habits.account.whitespace')}
        columns={columns}
        rows={whitespace?.offers ?? []}
        rowKey={({ item }) => item}
        order={{ column: 'expectedValue', descending: true }}
        empty={t('habits.account.noWhitespace')}
      />
    </Card>
  )
}

function PreferenceCard(props: { preference: Habits['preference'] }) {
  const reader = useReader()
  const { t } = reader
  const columns = useMemo(() => itemColumns(reader), [reader])
  const { preference } = props
  return (
    <Card title={t('habits.account.preference')} note={t('habits.preference.note')}>
      <DataTable
        caption={t('habits.account.preference')}
        columns={columns}
        rows={preference?.items ?? []}
        rowKey={({ item }) => item}
        order={{ column: 'revenue', descending: true }}
        empty={t('habits.account.noPreference')}
      />
    </Card>
  )
}

function BreadthCard(props: { breadth: Habits['breadth'] }) {
  const { t, format } = useReader()
  const { quarters } = props.breadth
  const series = useMemo(
    () => [
      { name: t('habits.account.own'), kind: 'bars' as const, values: quarters.map(({ items }) => items) },
      { name: t('habits.account.usual'), kind: 'line' as const, values: quarters.map(({ usual }) => usual) },
    ],
    [quarters, t],
  )
  if (quarters.length === 0) return null
  return (
    <Card title={t('habits.account.breadth')}>
      <SeriesChart
        label={t('habits.account.breadth')}
        by={t('behaviour.column.quarter')}
        categories={quarters.map(({ quarter }) => periodName(quarter, { period: 'quarter', format }))}
        series={series}
        write={(value) => format.decimal(value, 1)}
        height={180}
      />
    </Card>
  )
}
