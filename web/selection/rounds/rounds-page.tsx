import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { WeightRound } from '@vitalfew/contract/api/selection-rounds.ts'
import { Button, Empty, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { api } from '../../app/api.ts'
import { FaultNotice } from '../../app/fault-notice.tsx'
import { PageHead } from '../../app/page-head.tsx'
import { PartTabs } from '../../app/part-tabs.tsx'
import { Card } from '../../design/card.tsx'
import { useReader, type Reader } from '../../design/reader.tsx'
import { Tag } from '../../design/tag.tsx'
import { WideTable } from '../../design/wide-table.tsx'
import { mayAnalyse, useMe } from '../../app/session.ts'
import { RatingsPart } from '../people/ratings-part.tsx'
import { CreateRound } from './create-round.tsx'

const route = getRouteApi('/shell/rounds')
const parts = ['rounds', 'ratings'] as const

/** What people judge: the criteria against each other in rounds, and accounts on what no sale says. */
export function RoundsPage() {
  const { t } = useReader()
  const { part } = route.useSearch()
  const navigate = route.useNavigate()
  const current = parts.find((name) => name === part) ?? 'rounds'
  return (
    <>
      <PageHead title={t('app.page.rounds')} lead={t('studio.rounds.lead')} />
      <PartTabs
        label={t('app.part')}
        names={parts}
        value={current}
        titleOf={(name) => t(`studio.rounds.tab.${name}`)}
        onChange={(chosen) => void navigate({ search: { part: chosen }, replace: true })}
      >
        {current === 'rounds' ? <Rounds /> : <RatingsPart />}
      </PartTabs>
    </>
  )
}

/** Rounds in which departments weigh the criteria together: those one begins, and those one was invited to. */
function Rounds() {
  const reader = useReader()
  const { t } = reader
  const navigate = useNavigate()
  const mayEdit = mayAnalyse(useMe())
  const [isCreating, setCreating] = useState(false)
  const rounds = useQuery(api.selection.rounds.list.queryOptions())
  if (rounds.isError) return <FaultNotice fault={rounds.error} onRetry={() => void rounds.refetch()} />
  return (
    <>
      <Card note={t('studio.rounds.note')}>
        {mayEdit && (
          <div className="vf-bar-row">
            <Button type="primary" onClick={() => setCreating(true)}>
              {t('studio.rounds.create')}
            </Button>
          </div>
        )}
        <WideTable<WeightRound>
          rowKey="id"
          loading={rounds.isPending}
          dataSource={rounds.data?.rows ?? []}
          columns={roundColumns(reader)}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          locale={{ emptyText: <Empty description={t(mayEdit ? 'studio.rounds.none' : 'studio.rounds.noneForMe')} /> }}
        />
      </Card>
      {isCreating && (
        <CreateRound
          onClose={() => setCreating(false)}
          onCreated={(id) => void navigate({ to: '/rounds/$id', params: { id }, search: { part: 'people' } })}
        />
      )}
    </>
  )
}

function roundColumns({ t, format }: Reader): TableColumnsType<WeightRound> {
  return [
    {
      key: 'title',
      title: t('studio.rounds.name'),
      rowScope: 'row',
      render: (_, { id, title }) => (
        <Link to="/rounds/$id" params={{ id }}>
          {title}
        </Link>
      ),
    },
    { key: 'model', title: t('studio.bar.version'), dataIndex: 'model' },
    {
      key: 'state',
      title: t('app.data.state'),
      render: (_, { isOpen, adopted }) => (
        <Tag tone={isOpen ? 'accent' : 'quiet'}>
          {adopted === null
            ? t(`studio.rounds.${isOpen ? 'open' : 'closed'}`)
            : t('studio.rounds.adopted', { version: adopted })}
        </Tag>
      ),
    },
    {
      key: 'raters',
      title: t('studio.rounds.progress'),
      render: (_, { raters }) =>
        t('studio.rounds.handedIn', {
          done: raters.filter(({ submittedAt }) => submittedAt !== null).length,
          all: raters.length,
        }),
    },
    {
      key: 'made',
      title: t('studio.rounds.made'),
      render: (_, { createdBy, createdAt }) => `${createdBy} · ${format.instant(createdAt)}`,
    },
  ]
}
