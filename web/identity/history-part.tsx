import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { HistoryEntry } from '@vitalfew/contract/api/identity.ts'
import { App, Empty } from 'antd'
import { useState } from 'react'
import { api, client } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { faultWords } from '../app/fault-words.ts'
import { useReader } from '../design/reader.tsx'
import { tablePager } from '../design/table-pager.tsx'
import { WideTable } from '../design/wide-table.tsx'
import { historyColumns } from './history-columns.tsx'

/** Every merge, split and undo, newest first; any of them can be taken back, in any order. */
export function HistoryPart() {
  const reader = useReader()
  const { t } = reader
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [place, setPlace] = useState({ page: 1, pageSize: 20 })
  const history = useQuery({
    ...api.identity.history.queryOptions({ input: place }),
    placeholderData: keepPreviousData,
  })
  const undo = useMutation({
    mutationFn: (operation: number) => client.identity.change({ change: { kind: 'undo', operation } }),
    onSuccess: async () => {
      message.success(t('identity.page.takenBack'))
      await queries.invalidateQueries({ queryKey: api.identity.key() })
    },
    onError: (fault) => message.error(faultWords(fault, t)),
  })
  if (history.isError) return <FaultNotice fault={history.error} onRetry={() => void history.refetch()} />
  return (
    <>
      <p className="vf-note">{t('identity.page.historyNote')}</p>
      <WideTable<HistoryEntry>
        size="middle"
        rowKey="sequence"
        loading={history.isFetching}
        dataSource={history.data?.rows ?? []}
        columns={historyColumns(reader, { onUndo: undo.mutate, isBusy: undo.isPending })}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Empty description={t('identity.page.noHistory')} /> }}
        pagination={tablePager({ ...place, total: history.data?.total ?? 0, onChange: setPlace, reader })}
      />
    </>
  )
}
