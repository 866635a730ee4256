import { Button, Tag, type TableColumnsType } from 'antd'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { WideTable } from '../design/wide-table.tsx'
import type { Relations } from './use-relations.ts'

type Log = NonNullable<Relations['groups']['data']>['log']
type Entry = Log[number]

/** Who put what where, newest first; each can be taken back. */
export function RelationLog(props: { log: Log; relations: Relations }) {
  const reader = useReader()
  const { t } = reader
  if (props.log.length === 0) return null
  return (
    <Card title={t('identity.groups.log')}>
      <WideTable<Entry>
        size="middle"
        rowKey="sequence"
        dataSource={props.log}
        columns={logColumns(reader, props.relations)}
        scroll={{ x: 'max-content' }}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
      />
    </Card>
  )
}

function logColumns({ t, format }: Reader, { undo, isBusy }: Relations): TableColumnsType<Entry> {
  return [
    {
      key: 'what',
      title: t('identity.page.change'),
      rowScope: 'row',
      render: (_, entry) =>
        t(`identity.groups.did.${entry.action}`, {
          child: entry.childName,
          parent: entry.parentName,
          undoes: entry.undoes,
        }),
    },
    { key: 'author', title: t('identity.page.author'), dataIndex: 'author' },
    { key: 'at', title: t('identity.page.at'), render: (_, { at }) => format.instant(at) },
    {
      key: 'acts',
      title: t('identity.groups.acts'),
      render: (_, entry) =>
        entry.isUndone ? (
          <Tag>{t('identity.page.undone')}</Tag>
        ) : (
          entry.action !== 'undo' && (
            <Button
              size="small"
              disabled={isBusy}
              aria-label={t('identity.page.undoOf', { operation: entry.sequence })}
              onClick={() => undo(entry.sequence)}
            >
              {t('identity.page.undo')}
            </Button>
          )
        ),
    },
  ]
}
