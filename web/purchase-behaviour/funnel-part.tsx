import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { UploadOutlined } from '@ant-design/icons'
import type { WorkspaceFunnel } from '@vitalfew/contract/api/behaviour-funnel.ts'
import { Button, Empty, InputNumber, Upload } from 'antd'
import { FaultLine } from '../access/fault-line.tsx'
import { api, client } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { PageWait } from '../app/page-wait.tsx'
import { sendFile } from '../data/send-file.ts'
import { useReader } from '../design/reader.tsx'
import { SegmentedControl } from '../design/segmented-control.tsx'
import { orders } from './behaviour-search.ts'
import { FileButton } from './file-button.tsx'
import { FunnelCards } from './funnel-cards.tsx'
import type { PartProps } from './part-props.ts'

/** How far cases come and where they are lost, from the table that was given last. */
export function FunnelPart(props: PartProps) {
  const { t } = useReader()
  const { order = 'ordered', windowDays } = props.search
  const input = { order, ...(windowDays === undefined ? {} : { windowDays }) }
  const query = useQuery({ ...api.behaviour.funnel.get.queryOptions({ input }), placeholderData: keepPreviousData })
  if (query.isPending) return <PageWait />
  if (query.isError) return <FaultNotice fault={query.error} onRetry={() => again(props, () => void query.refetch())} />
  const { source, funnel } = query.data
  if (source === null || funnel === null)
    return (
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('habits.funnel.empty')}>
        <p className="vf-note">{t('habits.funnel.emptyHint')}</p>
        <p className="vf-note">{t('habits.funnel.joined')}</p>
        <div className="vf-habit-row">
          <GiveTable label={t('habits.funnel.upload')} isFirst />
        </div>
      </Empty>
    )
  return (
    <div className="vf-stack">
      <FunnelBar {...props} source={source} funnel={funnel} input={input} />
      <FunnelCards funnel={funnel} />
    </div>
  )
}

/** Where a way of following the cases cannot be shown, the usual one can. */
function again({ search, onChange }: PartProps, retry: () => void): void {
  if (search.order === undefined && search.windowDays === undefined) retry()
  else onChange({ order: undefined, windowDays: undefined })
}

function FunnelBar(
  props: PartProps & {
    source: NonNullable<WorkspaceFunnel['source']>
    funnel: NonNullable<WorkspaceFunnel['funnel']>
    input: { order: 'ordered' | 'strict'; windowDays?: number }
  },
) {
  const { t, format } = useReader()
  const { source, funnel, input, onChange } = props
  const tables = [
    { name: 'steps', title: t('behaviour.table.steps') },
    { name: 'stages', title: t('habits.funnel.standing') },
    { name: 'paths', title: t('behaviour.table.paths') },
    { name: 'reasons', title: t('behaviour.table.reasons') },
    ...funnel.cuts.map(({ column }, at) => ({ name: `cut${at + 1}`, title: `${t('habits.funnel.by')} ${column}` })),
  ]
  return (
    <>
      <div className="vf-habit-bar">
        <div className="vf-habit-controls">
          <SegmentedControl
            label={t('habits.funnel.order')}
            value={input.order}
            onChange={(order) => onChange({ order })}
            options={orders.map((value) => ({ value, label: t(`habits.funnel.${value}`) }))}
          />
          <label className="vf-habit-choice">
            <span>{t('habits.funnel.window')}</span>
            <InputNumber
              aria-label={t('habits.funnel.window')}
              placeholder={t('habits.funnel.noWindow')}
              min={0}
              max={36_500}
              value={input.windowDays ?? null}
              onChange={(days) => onChange({ windowDays: days ?? undefined })}
              changeOnWheel={false}
            />
          </label>
        </div>
        <div className="vf-habit-controls">
          <FileButton asked={{ path: '/behaviour/funnel', choice: input, tables }} />
          <GiveTable label={t('habits.funnel.uploadNew')} isFirst={false} />
        </div>
      </div>
      <p className="vf-note">
        {t('habits.funnel.source', {
          files: source.files.join(t('habits.list')),
          who: source.readBy,
          when: format.instant(source.readAt),
        })}
      </p>
    </>
  )
}

function GiveTable(props: { label: string; isFirst: boolean }) {
  const { t } = useReader()
  const queries = useQueryClient()
  const give = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const uploads: string[] = []
      for (const file of files) uploads.push((await sendFile(file, () => undefined)).id)
      return client.behaviour.funnel.read({ uploads, by: [], stages: [] })
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: api.behaviour.funnel.key() }),
  })
  return (
    <>
      <Upload
        multiple
        showUploadList={false}
        beforeUpload={(file, all) => {
          // Called for each of the files that were chosen together: they are one request.
          if (file === all[0]) give.mutate(all)
          return false
        }}
      >
        <Button type={props.isFirst ? 'primary' : 'default'} icon={<UploadOutlined />} loading={give.isPending}>
          {give.isPending ? t('habits.funnel.reading') : props.label}
        </Button>
      </Upload>
      <FaultLine fault={give.error} />
    </>
  )
}
