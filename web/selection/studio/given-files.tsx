import { UploadOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { GivenColumns, GivenFile } from '@vitalfew/contract/api/given-files.ts'
import { Alert, Button, Upload, type TableColumnsType } from 'antd'
import { useMemo } from 'react'
import { FaultLine } from '../../access/fault-line.tsx'
import { api, client } from '../../app/api.ts'
import { sendFile } from '../../data/send-file.ts'
import { Card } from '../../design/card.tsx'
import { useReader, type Reader } from '../../design/reader.tsx'
import { WideTable } from '../../design/wide-table.tsx'

type Column = GivenColumns['rows'][number]

/** What sales do not say, from files: figures that criteria ask for by their column, and scores of people. */
export function GivenFiles() {
  const reader = useReader()
  const { t } = reader
  const given = useQuery(api.selection.files.list.queryOptions())
  const columns = useMemo(() => givenColumns(reader), [reader])
  const take = useTake()
  return (
    <Card title={t('studio.given.title')} note={t('studio.given.note')}>
      <div className="vf-bar-row">
        <FileButton kind="figures" take={take} />
        <FileButton kind="ratings" take={take} />
      </div>
      <FaultLine fault={take.error ?? given.error} />
      {take.data !== undefined && <Taken file={take.data} />}
      <WideTable<Column>
        size="small"
        rowKey="figure"
        dataSource={given.data?.rows ?? []}
        loading={given.isPending}
        columns={columns}
        locale={{ emptyText: t('studio.given.none') }}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
      />
    </Card>
  )
}

interface Given {
  readonly kind: GivenFile['kind']
  readonly file: File
}

function useTake() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ kind, file }: Given) => {
      const { id } = await sendFile(file, () => undefined)
      return client.selection.files.take({ kind, upload: id })
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: api.selection.key() }),
  })
}

function FileButton({ kind, take }: { kind: GivenFile['kind']; take: ReturnType<typeof useTake> }) {
  const { t } = useReader()
  return (
    <Upload
      showUploadList={false}
      accept=".csv,.tsv,.txt,.xlsx,.xls,.json,.gz,.zip"
      beforeUpload={(file) => {
        take.mutate({ kind, file })
        return false
      }}
    >
      <Button
        icon={<UploadOutlined />}
        disabled={take.isPending}
        loading={take.isPending && take.variables.kind === kind}
      >
        {t(`studio.given.take.${kind}`)}
      </Button>
    </Upload>
  )
}

function Taken({ file }: { file: GivenFile }) {
  const { t, format } = useReader()
  const list = (names: readonly string[]): string => names.join(t('selection.list.comma'))
  const words = {
    file: file.file,
    columns: list(file.columns),
    values: format.count(file.values),
    accounts: format.count(file.accounts),
    added: format.count(file.added),
  }
  return (
    <Alert
      className="vf-consistency"
      role="status"
      showIcon
      type={file.strangers > 0 ? 'warning' : 'success'}
      title={t('studio.given.taken', words)}
      description={
        file.strangers > 0 &&
        t('studio.given.strangers', {
          accounts: format.count(file.strangers),
          names: list(file.strangersTold.slice(0, 5)),
        })
      }
    />
  )
}

function givenColumns({ t, format }: Reader): TableColumnsType<Column> {
  return [
    { key: 'figure', title: t('studio.given.column'), rowScope: 'row', dataIndex: 'figure' },
    {
      key: 'accounts',
      title: t('studio.given.accounts'),
      align: 'right',
      render: (_, { accounts }) => format.count(accounts),
    },
    { key: 'latest', title: t('studio.given.latest'), render: (_, { latest }) => format.day(latest) },
    {
      key: 'files',
      title: t('studio.given.files'),
      render: (_, { files }) => files.filter((name) => name !== '').join(t('selection.list.comma')) || '–',
    },
  ]
}
