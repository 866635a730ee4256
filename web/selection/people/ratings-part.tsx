import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountRatings, ScoredCriterion } from '@vitalfew/contract/api/selection-people.ts'
import { App, Button, Empty, Input, Radio, Select, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import { FaultLine } from '../../access/fault-line.tsx'
import { api, client } from '../../app/api.ts'
import { FaultNotice } from '../../app/fault-notice.tsx'
import { PageWait } from '../../app/page-wait.tsx'
import { Card } from '../../design/card.tsx'
import { useReader, type Reader } from '../../design/reader.tsx'
import { Tag } from '../../design/tag.tsx'
import { WideTable } from '../../design/wide-table.tsx'
import { accountTitle } from '../../metrics/account-title.ts'
import { AccountSelect, type FoundAccount } from './account-select.tsx'

/** What no sale says: scores of people on anchored scales, with who, when and why; several are averaged. */
export function RatingsPart() {
  const reader = useReader()
  const { t } = reader
  const ratings = useQuery(api.selection.people.ratings.queryOptions({ input: {} }))
  const columns = useMemo(() => ratingColumns(reader, ratings.data?.criteria ?? []), [reader, ratings.data])
  if (ratings.isError) return <FaultNotice fault={ratings.error} onRetry={() => void ratings.refetch()} />
  if (ratings.data === undefined) return <PageWait />
  const { criteria, rows } = ratings.data
  if (criteria.length === 0) return <Empty description={t('studio.ratings.noCriteria')} />
  return (
    <div className="vf-stack">
      <RateCard criteria={criteria} />
      <Card title={t('studio.ratings.given')} note={t('studio.ratings.note')}>
        <WideTable<AccountRatings>
          size="middle"
          rowKey={({ account, criterion }) => `${account} ${criterion}`}
          dataSource={rows}
          columns={columns}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          locale={{ emptyText: t('studio.ratings.none') }}
        />
      </Card>
    </div>
  )
}

function RateCard(props: { criteria: readonly ScoredCriterion[] }) {
  const { t, locale } = useReader()
  const { criteria } = props
  const [account, setAccount] = useState<FoundAccount | null>(null)
  const [id, setCriterion] = useState(criteria[0]?.id ?? '')
  const [score, setScore] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const criterion = criteria.find((each) => each.id === id)
  const rate = useRate(() => {
    setScore(null)
    setReason('')
  })
  return (
    <Card title={t('studio.ratings.title')} note={t('studio.ratings.lead')}>
      <div className="vf-form-stack">
        <label>
          <span>{t('analysis.column.accountName')}</span>
          <AccountSelect value={account} onChange={setAccount} />
        </label>
        <label>
          <span>{t('studio.ratings.criterion')}</span>
          <Select<string>
            aria-label={t('studio.ratings.criterion')}
            value={id}
            options={criteria.map((each) => ({ value: each.id, label: each.title[locale] }))}
            onChange={(chosen) => {
              setCriterion(chosen)
              setScore(null)
            }}
          />
        </label>
        <ScoreChoice criterion={criterion} score={score} onScore={setScore} />
        <label>
          <span>{t('studio.reason')}</span>
          <Input maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
        </label>
        <FaultLine fault={rate.error} />
        <div className="vf-bar-row">
          <Button
            type="primary"
            loading={rate.isPending}
            disabled={account === null || score === null || reason.trim() === ''}
            onClick={() =>
              account !== null && score !== null && rate.mutate({ key: account.key, criterion: id, score, reason })
            }
          >
            {t('studio.ratings.keep')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

/** The anchors of a criterion, each with its words. */
function ScoreChoice(props: {
  criterion: ScoredCriterion | undefined
  score: number | null
  onScore: (score: number | null) => void
}) {
  const { t, locale } = useReader()
  return (
    <Radio.Group
      vertical
      aria-label={t('studio.ratings.score')}
      value={props.score}
      options={(props.criterion?.anchors ?? []).map((anchor) => ({
        value: anchor.score,
        label: `${anchor.score} · ${anchor.text[locale]}`,
      }))}
      onChange={({ target }: { target: { value?: number } }) => props.onScore(target.value ?? null)}
    />
  )
}

function useRate(onKept: () => void) {
  const { t } = useReader()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (wanted: { key: string; criterion: string; score: number; reason: string }) =>
      client.selection.people.rate(wanted),
    onSuccess: async () => {
      message.success(t('studio.ratings.kept'))
      onKept()
      await queries.invalidateQueries({ queryKey: api.selection.people.ratings.key() })
    },
  })
}

function ratingColumns(
  { t, format, locale }: Reader,
  criteria: readonly ScoredCriterion[],
): TableColumnsType<AccountRatings> {
  return [
    { key: 'account', title: t('analysis.column.accountName'), rowScope: 'row', render: (_, row) => accountTitle(row) },
    {
      key: 'criterion',
      title: t('studio.ratings.criterion'),
      render: (_, { criterion }) => criteria.find(({ id }) => id === criterion)?.title[locale] ?? criterion,
    },
    {
      key: 'mean',
      title: t('studio.ratings.mean'),
      align: 'right',
      render: (_, { mean, isDisputed }) => (
        <>
          {isDisputed && <Tag tone="warn">{t('studio.ratings.disputed')}</Tag>} <b>{format.decimal(mean)}</b>
        </>
      ),
    },
    {
      key: 'who',
      title: t('studio.ratings.who'),
      render: (_, { ratings }) => (
        <ul className="vf-plain-list">
          {ratings.map(({ rater, department, score, day, reason }) => (
            <li key={rater}>
              <b>{format.decimal(score)}</b> {[department, rater].filter((part) => part !== '').join(' · ')}{' '}
              <span className="vf-note">{`${format.day(day)} ${reason}`}</span>
            </li>
          ))}
        </ul>
      ),
    },
  ]
}
