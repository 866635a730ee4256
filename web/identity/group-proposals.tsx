import type { ProposedLink } from '@vitalfew/contract/identity.ts'
import { Button, Space, type TableColumnsType } from 'antd'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { WideTable } from '../design/wide-table.tsx'
import type { Relations } from './use-relations.ts'

/** Links that the names suggest, each to be confirmed or refused. */
export function GroupProposals(props: { proposals: readonly ProposedLink[]; relations: Relations }) {
  const reader = useReader()
  const { t, format } = reader
  const { proposals, relations } = props
  if (proposals.length === 0) return null
  return (
    <Card title={t('identity.groups.proposals', { count: proposals.length })} note={t('identity.groups.proposalsNote')}>
      <WideTable<ProposedLink>
        size="middle"
        rowKey={({ child, parent }) => `${child.key} ${parent.key}`}
        dataSource={[...proposals]}
        columns={proposalColumns(reader, relations)}
        scroll={{ x: 'max-content' }}
        pagination={{
          pageSize: 10,
          hideOnSinglePage: true,
          showSizeChanger: false,
          showTotal: (total) => format.count(total),
        }}
      />
    </Card>
  )
}

function proposalColumns({ t, format }: Reader, { relate, isBusy }: Relations): TableColumnsType<ProposedLink> {
  const unit = format.unit === '' ? '' : ` (${format.unit})`
  return [
    { key: 'child', title: t('identity.groups.child'), rowScope: 'row', render: (_, { child }) => child.name },
    {
      key: 'revenue',
      title: `${t('identity.preview.revenue')}${unit}`,
      align: 'right',
      render: (_, { child }) => format.amount(child.revenue),
    },
    { key: 'parent', title: t('identity.groups.parent'), render: (_, { parent }) => parent.name },
    { key: 'origin', title: t('identity.groups.origin'), render: (_, { origin }) => t(`identity.origin.${origin}`) },
    {
      key: 'acts',
      title: t('identity.groups.acts'),
      render: (_, { child, parent }) => (
        <Space>
          <Button
            size="small"
            type="primary"
            disabled={isBusy}
            aria-label={t('identity.groups.confirmOf', { name: child.name })}
            onClick={() => relate({ action: 'link', child: child.key, parent: parent.key })}
          >
            {t('identity.groups.confirm')}
          </Button>
          <Button
            size="small"
            disabled={isBusy}
            aria-label={t('identity.groups.refuseOf', { name: child.name })}
            onClick={() => relate({ action: 'reject', child: child.key, parent: parent.key })}
          >
            {t('identity.groups.refuse')}
          </Button>
        </Space>
      ),
    },
  ]
}
