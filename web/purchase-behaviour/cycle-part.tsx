import { useQuery } from '@tanstack/react-query'
import type { CycleStatus, PurchaseCycle } from '@vitalfew/contract/purchase-behaviour.ts'
import { Input } from 'antd'
import { useMemo, useState } from 'react'
import { api } from '../app/api.ts'
import { useShownRun } from '../app/shown-level.ts'
import { Card } from '../design/card.tsx'
import { DataTable } from '../design/data-table.tsx'
import { useReader } from '../design/reader.tsx'
import { SegmentedControl } from '../design/segmented-control.tsx'
import { CalendarCards } from './calendar-cards.tsx'
import { cycleColumns } from './cycle-columns.tsx'
import { GapChart } from './gap-chart.tsx'
import type { PartProps } from './part-props.ts'
import { WithAnswer } from './with-answer.tsx'

const tables = ['due', 'intervals', 'weekdays', 'months', 'festivals'] as const

/** When accounts buy, who should have bought by now, and which days of the year are strong. */
export function CyclePart(_props: PartProps) {
  const { t } = useReader()
  const shownRun = useShownRun()
  const query = useQuery(api.behaviour.cycle.queryOptions({ input: shownRun, staleTime: 300_000 }))
  const titles = tables.map((name) => ({
    name,
    title: name === 'intervals' ? t('habits.cycle.histogram') : t(`behaviour.table.${name}`),
  }))
  return (
    <WithAnswer query={query} file={{ path: '/behaviour/cycle', choice: {}, tables: titles }}>
      {({ answer, keys }) =>
        answer.gaps === null ? (
          <p className="vf-empty">{t('habits.cycle.noGaps')}</p>
        ) : (
          <>
            <DueList cycle={answer} keys={keys} />
            <GapChart cycle={answer} />
            <CalendarCards calendar={answer.calendar} />
          </>
        )
      }
    </WithAnswer>
  )
}

type Shown = 'all' | Extract<CycleStatus, 'overdue' | 'due'>

function DueList(props: { cycle: PurchaseCycle; keys: Record<string, string> }) {
  const reader = useReader()
  const { t, format } = reader
  const { cycle, keys } = props
  const [shown, setShown] = useState<Shown>('all')
  const [text, setText] = useState('')
  const columns = useMemo(() => cycleColumns(reader, keys), [reader, keys])
  const rows = useMemo(() => {
    const wanted = text.trim().toLowerCase()
    return cycle.listed.filter(
      ({ status, account, accountName }) =>
        (shown === 'all' || status === shown) && `${account} ${accountName}`.toLowerCase().includes(wanted),
    )
  }, [cycle.listed, shown, text])
  const countOf = (status: CycleStatus): number => cycle.statuses.find((item) => item.status === status)?.accounts ?? 0
  return (
    <Card title={t('habits.cycle.due')} note={t('habits.cycle.dueNote')}>
      <dl className="vf-facts vf-habit-row">
        {cycle.statuses.map(({ status, accounts, revenueLast12Months }) => (
          <div key={status}>
            <dt>{t(`behaviour.status.${status}`)}</dt>
            <dd>
              {format.count(accounts)} · {format.money(revenueLast12Months)}
            </dd>
          </div>
        ))}
      </dl>
      <div className="vf-habit-controls vf-habit-row">
        <SegmentedControl
          label={t('behaviour.column.status')}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'all', label: t('habits.cycle.all') },
            ...(['overdue', 'due'] as const).map((status) => ({
              value: status,
              label: `${t(`behaviour.status.${status}`)} ${format.count(countOf(status))}`,
            })),
          ]}
        />
        <Input
          allowClear
          className="vf-habit-search"
          aria-label={t('habits.cycle.search')}
          placeholder={t('habits.cycle.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <DataTable
        caption={t('habits.cycle.due')}
        columns={columns}
        rows={rows}
        rowKey={({ account }) => account}
        order={{ column: 'revenue', descending: true }}
        empty={t('behaviour.empty')}
      />
    </Card>
  )
}
