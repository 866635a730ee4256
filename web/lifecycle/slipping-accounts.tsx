import { useMemo } from 'react'
import type { Report } from '@vitalfew/contract/report.ts'
import type { Tier } from '@vitalfew/contract/run.ts'
import { DataTable, type Column } from '../design/data-table.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { Tag } from '../design/tag.tsx'
import { accountTitle } from '../metrics/account-title.ts'
import { TierTag, tierOrder } from '../selection/tier-tag.tsx'

type Entry = Report['slipping'][number]

/** Accounts that have gone quiet, the ones with most at stake first. */
export function SlippingAccounts(props: { entries: readonly Entry[]; tiers: ReadonlyMap<string, Tier> }) {
  const reader = useReader()
  const columns = useMemo(() => slippingColumns(reader, props.tiers), [reader, props.tiers])
  return (
    <DataTable
      caption={reader.t('report.slipping.title')}
      columns={columns}
      rows={props.entries}
      rowKey={(entry) => entry.account}
      order={{ column: 'atStake', descending: true }}
      empty={reader.t('report.slipping.none')}
    />
  )
}

function slippingColumns(reader: Reader, tiers: ReadonlyMap<string, Tier>): Column<Entry>[] {
  const { t, format } = reader
  return [
    {
      name: 'account',
      header: t('report.slipping.account'),
      isNumber: false,
      value: (entry) => accountTitle(entry),
      cell: (entry) => accountTitle(entry),
    },
    {
      name: 'tier',
      header: t('report.slipping.tier'),
      isNumber: false,
      value: (entry) => tierOrder(tiers.get(entry.account)),
      cell: (entry) => <TierTag tier={tiers.get(entry.account)} />,
    },
    {
      name: 'atStake',
      header: t('report.slipping.atStake'),
      unit: format.unit,
      isNumber: true,
      value: (entry) => entry.revenueLast24Months,
      cell: (entry) => format.amount(entry.revenueLast24Months),
    },
    {
      name: 'stage',
      header: t('report.slipping.stage'),
      isNumber: false,
      value: (entry) => entry.stage,
      cell: (entry) => (
        <Tag tone={entry.stage === 'dormant' ? 'warn' : 'quiet'}>{t(`analysis.stage.${entry.stage}`)}</Tag>
      ),
    },
    ...silenceColumns(reader),
  ]
}

function silenceColumns({ t, format }: Reader): Column<Entry>[] {
  const times = (entry: Entry) => t('report.slipping.times', { times: format.decimal(entry.silence, 1) })
  return [
    {
      name: 'lastOrder',
      header: t('report.slipping.lastOrder'),
      isNumber: true,
      value: (entry) => entry.lastOrder,
      cell: (entry) => format.day(entry.lastOrder),
    },
    {
      name: 'recency',
      header: t('report.slipping.silentDays'),
      isNumber: true,
      value: (entry) => entry.recencyDays,
      cell: (entry) => format.count(entry.recencyDays),
    },
    {
      name: 'cycle',
      header: t('report.slipping.usualDays'),
      isNumber: true,
      value: (entry) => entry.usualDaysBetweenOrders,
      cell: (entry) => format.count(Math.round(entry.usualDaysBetweenOrders)),
    },
    {
      name: 'silence',
      header: t('report.slipping.silence'),
      isNumber: true,
      value: (entry) => entry.silence,
      cell: (entry) => <SilenceBar silence={entry.silence} words={times(entry)} />,
    },
  ]
}

/** Eight cycles of silence are the end of the scale: then the account counts as lost. */
function SilenceBar(props: { silence: number; words: string }) {
  return (
    <span className="vf-silence">
      <span className="vf-bar vf-bar-warn" aria-hidden="true">
        <span style={{ width: `${Math.min(1, props.silence / 8) * 100}%` }} />
      </span>
      {props.words}
    </span>
  )
}
