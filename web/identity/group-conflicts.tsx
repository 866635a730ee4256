import type { OwnershipConflict } from '@vitalfew/contract/identity.ts'
import type { TableColumnsType } from 'antd'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { WideTable } from '../design/wide-table.tsx'

/** Groups whose accounts several people, departments or regions look after. */
export function GroupConflicts(props: { conflicts: readonly OwnershipConflict[] }) {
  const reader = useReader()
  const { t } = reader
  if (props.conflicts.length === 0) return null
  return (
    <Card
      title={t('identity.groups.conflicts', { count: props.conflicts.length })}
      note={t('identity.groups.conflictsNote')}
    >
      <WideTable<OwnershipConflict>
        size="middle"
        rowKey={({ node, field }) => `${node} ${field}`}
        dataSource={[...props.conflicts]}
        columns={conflictColumns(reader)}
        scroll={{ x: 'max-content' }}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
      />
    </Card>
  )
}

function conflictColumns({ t, format }: Reader): TableColumnsType<OwnershipConflict> {
  const unit = format.unit === '' ? '' : ` (${format.unit})`
  return [
    { key: 'name', title: t('identity.groups.group'), rowScope: 'row', dataIndex: 'name' },
    { key: 'field', title: t('identity.groups.conflictIn'), render: (_, { field }) => t(`imports.field.${field}`) },
    {
      key: 'revenue',
      title: `${t('identity.preview.revenue')}${unit}`,
      align: 'right',
      render: (_, { revenue }) => format.amount(revenue),
    },
    {
      key: 'owners',
      title: t('identity.groups.owners'),
      render: (_, { owners, revenue }) =>
        owners
          .map((one) => `${one.owner} ${format.percent(revenue === 0 ? null : one.revenue / revenue, 0)}`)
          .join(' · '),
    },
  ]
}
