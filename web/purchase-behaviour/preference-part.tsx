import { useQuery } from '@tanstack/react-query'
import type { PurchasePreference } from '@vitalfew/contract/purchase-preference.ts'
import { useMemo, useState } from 'react'
import { api } from '../app/api.ts'
import { useShownRun } from '../app/shown-level.ts'
import { Card } from '../design/card.tsx'
import { DataTable } from '../design/data-table.tsx'
import { useReader } from '../design/reader.tsx'
import { SegmentedControl } from '../design/segmented-control.tsx'
import { preferredColumns } from './item-columns.tsx'
import { LevelChoice } from './level-choice.tsx'
import type { PartProps } from './part-props.ts'
import { PriceCard, SequenceCards } from './preference-cards.tsx'
import { periodName } from './period-name.ts'
import { SeriesChart } from './series-chart.tsx'
import { WithAnswer } from './with-answer.tsx'

const tables = ['preferred', 'avoided', 'prices', 'breadth', 'first', 'next'] as const

/** What accounts prefer beside others, what they begin and go on with, how broad they buy. */
export function PreferencePart(props: PartProps) {
  const { t } = useReader()
  const { level } = props.search
  const shownRun = useShownRun()
  const input = { ...shownRun, ...(level === undefined ? {} : { level }) }
  const query = useQuery(api.behaviour.preference.queryOptions({ input, staleTime: 300_000 }))
  const titles = tables.map((name) => ({ name, title: t(`behaviour.table.${name}`) }))
  return (
    <WithAnswer
      query={query}
      file={{ path: '/behaviour/preference', choice: { level }, tables: titles }}
      controls={<LevelChoice {...props} />}
    >
      {({ answer, keys }) => (
        <>
          <PreferredCard preference={answer} keys={keys} />
          <BreadthCard breadth={answer.breadth} />
          <SequenceCards preference={answer} />
          <PriceCard prices={answer.prices} />
        </>
      )}
    </WithAnswer>
  )
}

function PreferredCard(props: { preference: PurchasePreference; keys: Record<string, string> }) {
  const reader = useReader()
  const { t, format } = reader
  const { preference, keys } = props
  const [side, setSide] = useState<'preferred' | 'avoided'>('preferred')
  const columns = useMemo(() => preferredColumns(reader, keys), [reader, keys])
  const note = t('behaviour.note.preference', {
    accounts: format.count(preference.accounts),
    items: format.count(preference.items),
    deviation: format.decimal(Math.sqrt(preference.variance), 2),
  })
  return (
    <Card title={t('habits.tab.preference')} note={`${note} ${t('habits.preference.note')}`}>
      <div className="vf-habit-row">
        <SegmentedControl
          label={t('habits.tab.preference')}
          value={side}
          onChange={setSide}
          options={(['preferred', 'avoided'] as const).map((value) => ({
            value,
            label: `${t(`habits.preference.${value}`)} ${format.count(preference[value].length)}`,
          }))}
        />
      </div>
      <DataTable
        caption={t(`behaviour.table.${side}`)}
        columns={columns}
        rows={preference[side]}
        rowKey={({ account, item }) => `${account}\n${item}`}
        order={{ column: 'revenue', descending: true }}
        empty={t('habits.preference.none')}
      />
    </Card>
  )
}

function BreadthCard(props: { breadth: PurchasePreference['breadth'] }) {
  const { t, format } = useReader()
  const { breadth } = props
  const series = useMemo(
    () => [
      { name: t('behaviour.column.mean'), kind: 'line' as const, values: breadth.map(({ mean }) => mean) },
      { name: t('behaviour.column.median'), kind: 'line' as const, values: breadth.map(({ median }) => median) },
    ],
    [breadth, t],
  )
  if (breadth.length < 2) return null
  return (
    <Card title={t('habits.preference.breadth')} note={t('habits.preference.breadthNote')}>
      <SeriesChart
        label={t('habits.preference.breadth')}
        by={t('behaviour.column.quarter')}
        categories={breadth.map(({ quarter }) => periodName(quarter, { period: 'quarter', format }))}
        series={series}
        write={(value) => format.decimal(value, 1)}
      />
    </Card>
  )
}
