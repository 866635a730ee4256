import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { HistoryEntry } from '@vitalfew/contract/api/identity.ts'
import { App, Empty } from 'antd'
import { api, client } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { faultWords } from '../app/fault-words.ts'
import { useMe } from '../app/session.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { WideTable } from '../design/wide-table.tsx'
import { historyColumns } from './history-columns.tsx'
import { GoldenRecord } from './golden-record.tsx'

/** Who an account is: the best value of each field and where it is from, its groups, and how it came to be one. */
export function AccountIdentity(props: { accountKey: string }) {
  const reader = useReader()
  const { t } = reader
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { role } = useMe()
  const answer = useQuery(api.identity.ofAccount.queryOptions({ input: { key: props.accountKey } }))
  const undo = useMutation({
    mutationFn: (operation: number) => client.identity.change({ change: { kind: 'undo', operation } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.identity.key() }),
    onError: (fault) => message.error(faultWords(fault, t)),
  })
  if (answer.isError) return <FaultNotice fault={answer.error} onRetry={() => void answer.refetch()} />
  const known = answer.data
  const mayUndo = role === 'administrator' || role === 'analyst'
  return (
    <Card title={t('identity.page.ofAccount')} note={t('identity.page.ofAccountNote')}>
      {known !== undefined && <GoldenRecord golden={known.golden} groups={known.groups} />}
      <WideTable<HistoryEntry>
        size="middle"
        rowKey="sequence"
        loading={answer.isPending}
        dataSource={known?.operations ?? []}
        columns={historyColumns(reader, {
          ...(mayUndo ? { onUndo: undo.mutate } : {}),
          isBusy: undo.isPending,
        })}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Empty description={t('identity.page.noHistory')} /> }}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
      />
    </Card>
  )
}
