import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ImportEntry } from '@vitalfew/contract/api/imports.ts'
import type { ImportKind } from '@vitalfew/contract/record-kinds.ts'
import { App, Button, Empty, Select, Space, Tag, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { api, client } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { faultWords } from '../app/fault-words.ts'
import { useReader, type Reader } from '../design/reader.tsx'
import { tablePager } from '../design/table-pager.tsx'
import { ImportSummaries } from '../imports/import-summaries.tsx'
import { WideTable } from '../design/wide-table.tsx'
import { driftWords } from './drift-words.ts'
import { importKinds } from './import-kinds.ts'

type Turn = { id: number; way: 'undo' | 'redo' }

/** Every import, whether it counts, and the way to take it out and in again. */
export function ImportHistory() {
  const reader = useReader()
  const { t } = reader
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [place, setPlace] = useState({ page: 1, pageSize: 20 })
  const [kind, setKind] = useState<ImportKind | null>(null)
  const input = { ...place, ...(kind === null ? {} : { kind }) }
  const history = useQuery({ ...api.imports.list.queryOptions({ input }), placeholderData: keepPreviousData })
  const turn = useMutation({
    mutationFn: ({ id, way }: Turn) => (way === 'undo' ? client.imports.undo({ id }) : client.imports.redo({ id })),
    onSuccess: async (_, { way }) => {
      message.success(t(`app.data.begun.${way}`))
      await queries.invalidateQueries({ queryKey: api.imports.key() })
    },
    onError: (fault) => message.error(faultWords(fault, t)),
  })
  if (history.isError) return <FaultNotice fault={history.error} onRetry={() => void history.refetch()} />
  return (
    <>
      <div className="vf-bar-row">
        <Select
          className="vf-kind-filter"
          aria-label={t('app.import.kind')}
          value={kind ?? 'all'}
          options={[
            { value: 'all', label: t('app.data.allKinds') },
            ...importKinds.map((name) => ({ value: name, label: t(`imports.kind.${name}`) })),
          ]}
          onChange={(chosen) => {
            setKind(importKinds.find((name) => name === chosen) ?? null)
            setPlace({ ...place, page: 1 })
          }}
        />
      </div>
      <WideTable<ImportEntry>
        size="middle"
        rowKey="id"
        loading={history.isFetching}
        dataSource={history.data?.rows ?? []}
        columns={importColumns(reader, { onTurn: turn.mutate, busy: turn.isPending ? turn.variables.id : null })}
        scroll={{ x: 'max-content' }}
        expandable={{
          columnTitle: <span className="vf-unseen">{t('app.list.details')}</span>,
          expandedRowRender: summaryOf,
        }}
        locale={{ emptyText: <Empty description={t('app.data.noImports')} /> }}
        pagination={tablePager({ ...place, total: history.data?.total ?? 0, onChange: setPlace, reader })}
      />
    </>
  )
}

function summaryOf(entry: ImportEntry) {
  return (
    <>
      <DriftList entry={entry} />
      <ImportSummaries imports={[entry.summary]} />
    </>
  )
}

function DriftList({ entry }: { entry: ImportEntry }) {
  const { t } = useReader()
  if (entry.drift.length === 0) return null
  return (
    <>
      <p className="vf-note">{t('app.sources.drift')}</p>
      <ul className="vf-plain">
        {entry.drift.map((one) => (
          <li key={`${one.kind} ${one.column}`}>{driftWords(one, t)}</li>
        ))}
      </ul>
    </>
  )
}

const tones = { current: 'success', undone: 'default', replaced: 'warning' } as const

function importColumns(
  { t, format }: Reader,
  acts: { onTurn: (turn: Turn) => void; busy: number | null },
): TableColumnsType<ImportEntry> {
  return [
    { key: 'file', title: t('imports.rejected.file'), rowScope: 'row', dataIndex: 'file', width: 260 },
    ...placeColumns({ t, format }),
    {
      key: 'state',
      title: t('app.data.state'),
      render: (_, entry) => <Tag color={tones[entry.state]}>{t(`app.data.importState.${entry.state}`)}</Tag>,
    },
    { key: 'at', title: t('app.data.at'), render: (_, entry) => format.instant(entry.at) },
    { key: 'by', title: t('app.jobs.by'), dataIndex: 'importedBy' },
    {
      key: 'rows',
      title: t('imports.log.rows'),
      align: 'right',
      render: (_, { extent, summary }) => format.count(extent?.rows ?? summary.accepted),
    },
    {
      key: 'rejected',
      title: t('app.import.rejected'),
      align: 'right',
      render: (_, entry) =>
        entry.hasRejectedFile ? (
          <a
            href={`/api/imports/${entry.id}/rejected.csv`}
            aria-label={t('app.import.rejectedFile', { file: entry.file, rows: format.count(entry.summary.rejected) })}
          >
            {format.count(entry.summary.rejected)}
          </a>
        ) : (
          format.count(entry.summary.rejected)
        ),
    },
    {
      key: 'fixes',
      title: t('app.data.fixes'),
      align: 'right',
      render: (_, entry) => format.count(entry.fixes.length),
    },
    {
      key: 'acts',
      title: t('app.data.acts'),
      render: (_, entry) => <Turns entry={entry} {...acts} />,
    },
  ]
}

/** What an import holds, where it came from and which days it covers. */
function placeColumns({ t, format }: Pick<Reader, 't' | 'format'>): TableColumnsType<ImportEntry> {
  return [
    { key: 'kind', title: t('app.import.kind'), render: (_, entry) => t(`imports.kind.${entry.kind}`) },
    { key: 'source', title: t('app.import.source'), render: (_, entry) => entry.source || '–' },
    {
      key: 'period',
      title: t('app.data.period'),
      render: (_, { extent }) =>
        extent === null || extent.firstDay === null
          ? '–'
          : t('app.data.days', {
              from: format.day(extent.firstDay),
              to: format.day(extent.lastDay ?? extent.firstDay),
            }),
    },
  ]
}

function Turns(props: { entry: ImportEntry; onTurn: (turn: Turn) => void; busy: number | null }) {
  const { t } = useReader()
  const { entry, onTurn, busy } = props
  return (
    <Space>
      {(['undo', 'redo'] as const)
        .filter((way) => (way === 'undo' ? entry.canUndo : entry.canRedo))
        .map((way) => (
          <Button key={way} size="small" loading={busy === entry.id} onClick={() => onTurn({ id: entry.id, way })}>
            {t(`app.data.${way}`)}
          </Button>
        ))}
    </Space>
  )
}
