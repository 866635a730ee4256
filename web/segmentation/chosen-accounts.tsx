import { Link } from '@tanstack/react-router'
import type { SegmentationDetail } from '@vitalfew/contract/api/segments.ts'
import { useState } from 'react'
import { TagButton } from '../accounts/tag-button.tsx'
import { LinkButton } from '../app/link-button.tsx'
import { useReader } from '../design/reader.tsx'
import { tablePager } from '../design/table-pager.tsx'
import { WideTable } from '../design/wide-table.tsx'
import { SegmentDot } from './segment-dot.tsx'
import type { ClusterNames } from './segmentation-result.tsx'
import { accountsFilter, mostInAddress } from './segments-filter.ts'

interface Line {
  key: string
  account: string
  name: string
  cluster: number
  amount: number | null
}

/** The accounts that were drawn around, the largest first, and the way to them in the list. */
export function ChosenAccounts(props: { detail: SegmentationDetail; names: ClusterNames; chosen: readonly number[] }) {
  const reader = useReader()
  const { t, format } = reader
  const { detail, names, chosen } = props
  const [place, setPlace] = useState({ page: 1, pageSize: 10 })
  const lines = linesOf(detail, chosen)
  if (lines.length === 0) return <p className="vf-note">{t('segments.chosen.none')}</p>
  return (
    <section aria-label={t('segments.chosen.title')} aria-live="polite">
      <div className="vf-bar-row">
        <strong>{t('segments.chosen.count', { count: lines.length, accounts: format.count(lines.length) })}</strong>
        {lines.length <= mostInAddress ? (
          <LinkButton to="/accounts" search={{ filter: accountsFilter(lines.map(({ account }) => account)) }}>
            {t('segments.chosen.open')}
          </LinkButton>
        ) : (
          <span className="vf-note">{t('segments.chosen.tooMany', { most: mostInAddress })}</span>
        )}
        <TagButton meant={{ keys: lines.map(({ key }) => key) }} />
      </div>
      <WideTable<Line>
        size="small"
        rowKey="key"
        dataSource={lines}
        pagination={tablePager({ ...place, total: lines.length, onChange: setPlace, reader })}
        columns={[
          {
            key: 'name',
            title: t('segments.chosen.account'),
            rowScope: 'row',
            render: (_, line) => (
              <Link to="/accounts/$key" params={{ key: line.key }} className="vf-account-link">
                {line.name || line.account}
              </Link>
            ),
          },
          {
            key: 'cluster',
            title: t('segments.chosen.cluster'),
            render: (_, line) => (
              <>
                <SegmentDot id={line.cluster} /> {line.cluster} {names.get(line.cluster)}
              </>
            ),
          },
          {
            key: 'amount',
            title: `${t('segmentation.section.amount')} ${format.unit}`,
            align: 'right',
            render: (_, line) => format.amount(line.amount),
          },
        ]}
      />
    </section>
  )
}

function linesOf({ keys, segmentation }: SegmentationDetail, chosen: readonly number[]): Line[] {
  const { accounts, accountNames, clusters, amounts } = segmentation.projection
  return chosen
    .map((place) => ({
      key: keys[place] ?? '',
      account: accounts[place] ?? '',
      name: accountNames[place] ?? '',
      cluster: clusters[place] ?? 1,
      amount: amounts?.[place] ?? null,
    }))
    .toSorted((one, other) => (other.amount ?? 0) - (one.amount ?? 0))
}
