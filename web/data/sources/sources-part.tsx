import { PlusOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ImportSource } from '@vitalfew/contract/api/import-sources.ts'
import { App, Button, Empty, Switch } from 'antd'
import { useState } from 'react'
import { api, client } from '../../app/api.ts'
import { FaultNotice } from '../../app/fault-notice.tsx'
import { faultWords } from '../../app/fault-words.ts'
import { useMe } from '../../app/session.ts'
import { useReader } from '../../design/reader.tsx'
import { WideTable } from '../../design/wide-table.tsx'
import { sourceColumns, type SourceAct } from './source-columns.tsx'
import { SourceDetails } from './source-details.tsx'
import { SourceDrawer } from './source-drawer.tsx'

/** Where files come from month after month: how they are read, where they are fetched from, and when. */
export function SourcesPart() {
  const reader = useReader()
  const { t } = reader
  const isAdministrator = useMe().role === 'administrator'
  const [isAll, setAll] = useState(false)
  const [edited, setEdited] = useState<ImportSource | 'new' | null>(null)
  const sources = useQuery({ ...api.importSources.list.queryOptions(), refetchInterval: 10_000 })
  const act = useSourceAct()
  if (sources.isError) return <FaultNotice fault={sources.error} onRetry={() => void sources.refetch()} />
  const rows = sources.data?.rows ?? []
  const { folders = [], timeZone = 'UTC' } = sources.data ?? {}
  const removed = rows.filter(({ isRemoved }) => isRemoved).length
  return (
    <>
      <div className="vf-bar-row">
        {isAdministrator && (
          <Button icon={<PlusOutlined />} onClick={() => setEdited('new')}>
            {t('app.sources.connect')}
          </Button>
        )}
        <span className="vf-note">{t('app.sources.lead')}</span>
        {removed > 0 && (
          <label className="vf-bar-switch">
            <Switch size="small" checked={isAll} onChange={setAll} /> {t('app.sources.showRemoved', { count: removed })}
          </label>
        )}
      </div>
      <WideTable<ImportSource>
        size="middle"
        rowKey={({ kind, name }) => `${kind} ${name}`}
        loading={sources.isPending}
        dataSource={rows.filter(({ isRemoved }) => isAll || !isRemoved)}
        columns={sourceColumns(reader, {
          timeZone,
          busy: act.isPending ? act.variables.source : null,
          onAct: act.mutate,
          onEdit: setEdited,
        })}
        scroll={{ x: 'max-content' }}
        pagination={false}
        expandable={{
          columnTitle: <span className="vf-unseen">{t('app.list.details')}</span>,
          expandedRowRender: detailsOf,
        }}
        locale={{ emptyText: <Empty description={t('app.sources.none')} /> }}
      />
      {edited !== null && (
        <SourceDrawer
          source={edited === 'new' ? null : edited}
          folders={folders}
          timeZone={timeZone}
          mayConnect={isAdministrator}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  )
}

function detailsOf(source: ImportSource) {
  return <SourceDetails source={source} />
}

function useSourceAct() {
  const { t } = useReader()
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ source: { kind, name }, way }: SourceAct) => {
      if (way === 'run') await client.importSources.run({ kind, name })
      else if (way === 'accept') await client.importSources.run({ kind, name, acceptDrift: true })
      else if (way === 'remove') await client.importSources.remove({ kind, name })
      else await client.importSources.restore({ kind, name })
    },
    onSuccess: async (_, { way }) => {
      message.success(t(`app.sources.done.${way}`))
      await queries.invalidateQueries({ queryKey: api.importSources.key() })
    },
    onError: (fault) => message.error(faultWords(fault, t)),
  })
}
