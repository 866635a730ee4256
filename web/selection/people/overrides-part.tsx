import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { KeptOverride } from '@vitalfew/contract/api/selection-people.ts'
import type { Selection } from '@vitalfew/contract/selection.ts'
import { App, Button, Input, Select, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import { FaultLine } from '../../access/fault-line.tsx'
import { api, client } from '../../app/api.ts'
import { FaultNotice } from '../../app/fault-notice.tsx'
import { Card } from '../../design/card.tsx'
import { useReader } from '../../design/reader.tsx'
import { Tag } from '../../design/tag.tsx'
import { WideTable } from '../../design/wide-table.tsx'
import { TierTag } from '../tier-tag.tsx'
import { useTitles } from '../tier-titles.tsx'
import { AccountSelect, type FoundAccount } from './account-select.tsx'

/** Tiers that people decided on whatever the score: with a reason, an author and an end. */
export function OverridesPart(props: { selection: Pick<Selection, 'model' | 'tiers'> }) {
  const { t } = useReader()
  const queries = useQueryClient()
  const { selection } = props
  const overrides = useQuery(api.selection.people.overrides.queryOptions({ input: { model: selection.model } }))
  const renew = () => queries.invalidateQueries({ queryKey: api.selection.key() })
  const end = useMutation({
    mutationFn: (id: number) => client.selection.people.endOverride({ id }),
    onSuccess: renew,
  })
  const columns = useColumns(end.mutate)
  if (overrides.isError) return <FaultNotice fault={overrides.error} onRetry={() => void overrides.refetch()} />
  return (
    <Card title={t('studio.overrides.title')} note={t('studio.overrides.note')}>
      <Decide selection={selection} onDecided={renew} />
      <FaultLine fault={end.error} />
      <WideTable<KeptOverride>
        size="middle"
        rowKey="id"
        loading={overrides.isPending}
        dataSource={overrides.data?.rows ?? []}
        columns={columns}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        locale={{ emptyText: t('studio.overrides.none') }}
      />
    </Card>
  )
}

function useColumns(onEnd: (id: number) => void) {
  const { t, format } = useReader()
  return useMemo(
    (): TableColumnsType<KeptOverride> => [
      {
        key: 'account',
        title: t('analysis.column.accountName'),
        rowScope: 'row',
        render: (_, { account, accountName }) => (accountName === '' ? account : accountName),
      },
      { key: 'tier', title: t('analysis.column.tier'), render: (_, { tier }) => <TierTag tier={tier} /> },
      {
        key: 'days',
        title: t('studio.overrides.days'),
        render: (_, { from, until, isOver }) => (
          <>
            {from === null
              ? t('selection.override.until', { until: format.day(until) })
              : t('selection.override.fromUntil', { from: format.day(from), until: format.day(until) })}{' '}
            {isOver && <Tag tone="quiet">{t('studio.overrides.over')}</Tag>}
          </>
        ),
      },
      { key: 'author', title: t('studio.overrides.author'), dataIndex: 'author' },
      { key: 'reason', title: t('studio.reason'), dataIndex: 'reason' },
      {
        key: 'acts',
        title: t('app.data.acts'),
        render: (_, { id }) => (
          <Button size="small" onClick={() => onEnd(id)}>
            {t('studio.overrides.end')}
          </Button>
        ),
      },
    ],
    [t, format, onEnd],
  )
}

function Decide(props: { selection: Pick<Selection, 'model' | 'tiers'>; onDecided: () => Promise<unknown> }) {
  const { t } = useReader()
  const { message } = App.useApp()
  const titles = useTitles()
  const { model, tiers } = props.selection
  const [account, setAccount] = useState<FoundAccount | null>(null)
  const [tier, setTier] = useState(tiers[0]?.id ?? '')
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const decide = useMutation({
    mutationFn: (key: string) =>
      client.selection.people.decide({ model, key, tier, reason, from: from === '' ? null : from, until }),
    onSuccess: async () => {
      message.success(t('studio.overrides.kept'))
      setAccount(null)
      setReason('')
      await props.onDecided()
    },
  })
  return (
    <div className="vf-bar-row vf-decide">
      <AccountSelect value={account} onChange={setAccount} />
      <Select<string>
        aria-label={t('analysis.column.tier')}
        value={tier}
        options={tiers.map(({ id }) => ({ value: id, label: titles.tier(id) }))}
        onChange={setTier}
      />
      <label className="vf-inline-label">
        {t('studio.overrides.from')}
        <Input type="date" value={from} onChange={({ target }) => setFrom(target.value)} />
      </label>
      <label className="vf-inline-label">
        {t('studio.overrides.until')}
        <Input type="date" value={until} onChange={({ target }) => setUntil(target.value)} />
      </label>
      <Input
        className="vf-grow"
        maxLength={500}
        aria-label={t('studio.reason')}
        placeholder={t('studio.overrides.reasonHint')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button
        type="primary"
        loading={decide.isPending}
        disabled={account === null || until === '' || reason.trim() === ''}
        onClick={() => account !== null && decide.mutate(account.key)}
      >
        {t('studio.overrides.decide')}
      </Button>
      <FaultLine fault={decide.error} />
    </div>
  )
}
