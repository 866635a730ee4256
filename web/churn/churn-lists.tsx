import { useMemo, useState } from 'react'
import type { Churn, ChurnAccount } from '@vitalfew/contract/churn.ts'
import type { Tier } from '@vitalfew/contract/run.ts'
import { DataTable, type Column } from '../design/data-table.tsx'
import { usePrinting } from '../design/printing.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { SegmentedControl } from '../design/segmented-control.tsx'
import { churnAccountColumns } from './churn-account-columns.tsx'

/** Too many for an A4 page. */
const printedLess = ['revenueLast12Months', 'usualDaysBetweenOrders', 'netRevenue', 'manner']

type List = 'warnings' | 'winBack'

/** Who may leave, and who left and is worth winning back: one at a time on a screen, both on paper. */
export function ChurnLists(props: { churn: Churn; tiers: ReadonlyMap<string, Tier> }) {
  const { t, format } = useReader()
  const { churn, tiers } = props
  const isPrinting = usePrinting()
  const lists = (['warnings', 'winBack'] as const).filter((list) => churn[list].length > 0)
  const [chosen, setChosen] = useState<List>('warnings')
  const shown = lists.find((list) => list === chosen) ?? lists[0]
  if (shown === undefined) return <p className="vf-empty">{t('report.churn.nobody')}</p>
  return (
    <>
      {lists.length > 1 && (
        <div className="vf-bar-row">
          <SegmentedControl
            label={t('report.churn.lists')}
            value={shown}
            onChange={setChosen}
            options={lists.map((list) => ({
              value: list,
              label: `${t(`report.churn.${list}.title`)} ${format.count(churn[list].length)}`,
            }))}
          />
          {!isPrinting && <span className="vf-note">{t(`report.churn.${shown}.note`)}</span>}
        </div>
      )}
      {(isPrinting ? lists : [shown]).map((list) => (
        <div key={list}>
          {(isPrinting || lists.length === 1) && <h3 className="vf-subhead">{t(`report.churn.${list}.title`)}</h3>}
          <AccountList list={list} rows={churn[list]} tiers={tiers} />
        </div>
      ))}
    </>
  )
}

function AccountList(props: { list: List; rows: readonly ChurnAccount[]; tiers: ReadonlyMap<string, Tier> }) {
  const reader = useReader()
  const isPrinting = usePrinting()
  const { list, rows, tiers } = props
  const columns = useMemo(() => {
    const all = list === 'warnings' ? warningColumns(reader, tiers) : winBackColumns(reader, tiers)
    return all.filter(
      (column) => rows.some((row) => column.value(row) !== null) && !(isPrinting && printedLess.includes(column.name)),
    )
  }, [list, rows, reader, tiers, isPrinting])
  return (
    <DataTable
      caption={reader.t(`report.churn.${list}.title`)}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.account}
      order={{ column: 'valueAtRisk', descending: true }}
      empty={reader.t('report.churn.nobody')}
    />
  )
}

function warningColumns(reader: Reader, tiers: ReadonlyMap<string, Tier>): Column<ChurnAccount>[] {
  const { name, tier, level, risk, money, lastOrder, signals } = churnAccountColumns(reader, tiers)
  return [name, tier, level, risk, money('valueAtRisk'), signals, money('revenueLast12Months'), lastOrder]
}

function winBackColumns(reader: Reader, tiers: ReadonlyMap<string, Tier>): Column<ChurnAccount>[] {
  const { name, tier, money, days, lastOrder, leftOn, manner, reason } = churnAccountColumns(reader, tiers)
  return [
    name,
    tier,
    { ...money('valueAtRisk'), header: reader.t('report.churn.column.winBackValue') },
    money('clv'),
    money('netRevenue'),
    lastOrder,
    days('usualDaysBetweenOrders'),
    leftOn,
    manner,
    reason,
  ]
}
