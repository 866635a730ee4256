import type { GroupNode } from '@vitalfew/contract/identity.ts'
import { Button, Empty, Space, Tag, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { WideTable } from '../design/wide-table.tsx'
import { groupRows, type GroupRow } from './group-rows.ts'
import { MoveDialog } from './move-dialog.tsx'
import type { Relations } from './use-relations.ts'

/** The groups, the largest first, each with what is under it. */
export function GroupTree(props: { nodes: readonly GroupNode[]; relations: Relations }) {
  const reader = useReader()
  const { t } = reader
  const { nodes, relations } = props
  const [moved, setMoved] = useState<GroupNode | 'new' | null>(null)
  const acts = { relations, onMove: setMoved }
  return (
    <Card title={t('identity.groups.tree')} note={t('identity.groups.treeNote')}>
      <Button onClick={() => setMoved('new')}>{t('identity.groups.add')}</Button>
      <WideTable<GroupRow>
        size="middle"
        rowKey="node"
        dataSource={groupRows(nodes)}
        columns={treeColumns(reader, acts)}
        scroll={{ x: 'max-content' }}
        expandable={{ childrenColumnName: 'below', defaultExpandAllRows: nodes.length <= 60 }}
        locale={{ emptyText: <Empty description={t('identity.groups.none')} /> }}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      />
      {moved !== null && (
        <MoveDialog
          node={moved === 'new' ? null : moved}
          groups={nodes}
          onMove={(asked) => relations.relate({ action: 'link', ...asked })}
          onClose={() => setMoved(null)}
        />
      )}
    </Card>
  )
}

function treeColumns(
  { t, format }: Reader,
  { relations, onMove }: { relations: Relations; onMove: (node: GroupNode) => void },
): TableColumnsType<GroupRow> {
  const unit = format.unit === '' ? '' : ` (${format.unit})`
  return [
    {
      key: 'name',
      title: t('identity.preview.name'),
      rowScope: 'row',
      render: (_, { name, account }) => (
        <>
          {name} {account === '' && <Tag>{t('identity.groups.noSales')}</Tag>}
        </>
      ),
    },
    { key: 'account', title: t('identity.page.customer'), dataIndex: 'account' },
    {
      key: 'total',
      title: `${t('identity.groups.total')}${unit}`,
      align: 'right',
      render: (_, { totalRevenue }) => format.amount(totalRevenue),
    },
    {
      key: 'own',
      title: `${t('identity.groups.own')}${unit}`,
      align: 'right',
      render: (_, { ownRevenue }) => format.amount(ownRevenue),
    },
    {
      key: 'origin',
      title: t('identity.groups.origin'),
      render: (_, { origin }) => (origin === null ? '' : t(`identity.origin.${origin}`)),
    },
    {
      key: 'acts',
      title: t('identity.groups.acts'),
      render: (_, node) =>
        node.parent !== '' && (
          <Space>
            <Button
              size="small"
              aria-label={t('identity.groups.moveOf', { name: node.name })}
              onClick={() => onMove(node)}
            >
              {t('identity.groups.move')}
            </Button>
            <Button
              size="small"
              disabled={relations.isBusy}
              aria-label={t('identity.groups.takeOutOf', { name: node.name })}
              onClick={() => relations.relate({ action: 'unlink', child: node.node })}
            >
              {t('identity.groups.takeOut')}
            </Button>
          </Space>
        ),
    },
  ]
}
