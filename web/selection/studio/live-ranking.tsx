import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ModelPreview, PreviewAccount } from '@vitalfew/contract/api/selection-models.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { Spin, type TableColumnsType } from 'antd'
import { useMemo } from 'react'
import { FaultLine } from '../../access/fault-line.tsx'
import { api } from '../../app/api.ts'
import { Card } from '../../design/card.tsx'
import { useReader, type Reader } from '../../design/reader.tsx'
import { WideTable } from '../../design/wide-table.tsx'
import { accountTitle } from '../../metrics/account-title.ts'
import { TierTag } from '../tier-tag.tsx'

/** Who would be chosen by the model as it stands, what changes, and for each account what would move it up. */
export function LiveRanking(props: {
  model: SelectionModel
  preview: ModelPreview | undefined
  fault: unknown
  isFetching: boolean
}) {
  const reader = useReader()
  const { t } = reader
  const { model, preview, fault } = props
  const rows = useMemo(
    () => preview?.accounts.map((account, place) => ({ ...account, rank: place + 1 })) ?? [],
    [preview],
  )
  const columns = useMemo(() => rankingColumns(reader), [reader])
  return (
    <Card title={t('studio.ranking.title')} note={t('studio.ranking.note')}>
      <FaultLine fault={fault} />
      {preview !== undefined && <Changes preview={preview} isFetching={props.isFetching} />}
      <WideTable<PreviewAccount & { rank: number }>
        size="small"
        rowKey="key"
        dataSource={rows}
        loading={preview === undefined && fault === null}
        pagination={{ pageSize: 15, hideOnSinglePage: true, showSizeChanger: false }}
        columns={columns}
        expandable={{
          expandedRowRender: waysUnder(model),
          columnTitle: <span className="vf-unseen">{t('studio.ways.title')}</span>,
        }}
      />
    </Card>
  )
}

/** How many each tier would hold, who changes tier, and what was changed. */
function Changes(props: { preview: ModelPreview; isFetching: boolean }) {
  const { t, format } = useReader()
  const { preview } = props
  return (
    <>
      <ul className="vf-tier-counts" aria-live="polite">
        {preview.tiers.map(({ id, accounts, netRevenue }) => (
          <li key={id}>
            <TierTag tier={id} />
            <strong>{t('studio.tiers.accounts', { accounts: format.count(accounts) })}</strong>
            <span>{format.money(netRevenue)}</span>
          </li>
        ))}
      </ul>
      <p className="vf-note" aria-live="polite">
        {preview.moved === 0
          ? t('studio.ranking.nobodyMoves')
          : t('studio.ranking.moves', { count: preview.moved, accounts: format.count(preview.moved) })}
        {preview.gated > 0 && ` ${t('studio.ranking.gated', { accounts: format.count(preview.gated) })}`}
        {props.isFetching && <Spin size="small" className="vf-beside" />}
      </p>
      {preview.differences.length > 0 && (
        <details className="vf-differences" open>
          <summary>{t('studio.ranking.differences')}</summary>
          <ul>
            {preview.differences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function rankingColumns({ t, format }: Reader): TableColumnsType<PreviewAccount & { rank: number }> {
  return [
    { key: 'rank', title: t('studio.ranking.rank'), align: 'right', render: (_, { rank }) => format.count(rank) },
    {
      key: 'name',
      title: t('analysis.column.accountName'),
      rowScope: 'row',
      render: (_, row) => (
        <Link to="/accounts/$key" params={{ key: row.key }}>
          {accountTitle(row)}
        </Link>
      ),
    },
    { key: 'tier', title: t('analysis.column.tier'), render: (_, { tier }) => <TierTag tier={tier} /> },
    {
      key: 'now',
      title: t('studio.ranking.now'),
      render: (_, { tier, tierNow }) =>
        tierNow === tier ? t('studio.ranking.same') : tierNow === null ? '–' : <TierTag tier={tierNow} />,
    },
    { key: 'score', title: t('analysis.column.score'), align: 'right', render: (_, row) => scoreWords(row, format) },
    {
      key: 'revenue',
      title: t('analysis.column.netRevenue'),
      align: 'right',
      render: (_, { netRevenue }) => format.money(netRevenue),
    },
  ]
}

/** What unknown figures could make of it stands beside a score. */
function scoreWords({ score, lower, upper }: PreviewAccount, format: Reader['format']): string {
  const own = format.decimal(score)
  return upper - lower < 0.05 ? own : `${own} (${format.decimal(lower)}–${format.decimal(upper)})`
}

function Ways(props: { model: SelectionModel; account: string }) {
  const { t } = useReader()
  const ways = useQuery({
    ...api.selection.models.ways.queryOptions({ input: { run: 'current', model: props.model, key: props.account } }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  if (ways.isError) return <FaultLine fault={ways.error} />
  if (ways.data === undefined) return <Spin size="small" />
  const targets = ways.data.ways.filter((target) => target.ways.length > 0 || target.text !== '')
  return (
    <div className="vf-ways">
      <h4>{t('studio.ways.title')}</h4>
      {targets.length === 0 && <p className="vf-note">{t('studio.ways.none')}</p>}
      {targets.map((target) => (
        <div key={target.target}>
          <TierTag tier={target.target} />
          {target.ways.length === 0 ? (
            <p>{target.text}</p>
          ) : (
            <ol>
              {target.ways.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ol>
          )}
        </div>
      ))}
    </div>
  )
}

/** What opens below a row. */
function waysUnder(model: SelectionModel) {
  return ({ key }: PreviewAccount) => <Ways model={model} account={key} />
}
