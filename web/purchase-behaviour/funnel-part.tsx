import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { UploadOutlined } from '@ant-design/icons'
import type { WorkspaceFunnel } from '@vitalfew/contract/api/behaviour-funnel.ts'
import { funnelOrigins } from '@vitalfew/contract/funnel-choices.ts'
import { Button, Empty, InputNumber, Upload } from 'antd'
import { FaultLine } from '../access/fault-line.tsx'
import { api, client } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { PageWait } from '../app/page-wait.tsx'
import { chosen } from '../app/search-params.ts'
import { sendFile } from '../data/send-file.ts'
import type { Translate } from '@vitalfew/contract/locale.ts'
import { useReader } from '../design/reader.tsx'
import { SegmentedControl } from '../design/segmented-control.tsx'
import { orders } from './behaviour-search.ts'
import { EventChoices } from './event-choices.tsx'
import { FileButton } from './file-button.tsx'
import { FunnelCards } from './funnel-cards.tsx'
import type { PartProps } from './part-props.ts'

/** How far cases come and where they are lost, of the events that were imported or of the table that was given last. */
export function FunnelPart(props: PartProps) {
  const { t } = useReader()
  const input = waysOf(props.search)
  const query = useQuery({ ...api.behaviour.funnel.get.queryOptions({ input }), placeholderData: keepPreviousData })
  if (query.isPending) return <PageWait />
  if (query.isError) return <FaultNotice fault={query.error} onRetry={() => again(props, () => void query.refetch())} />
  const { funnel } = query.data
  if (funnel === null)
    return (
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('habits.funnel.empty')}>
        <p className="vf-note">{t('habits.funnel.emptyHint')}</p>
        <p className="vf-note">{t('habits.funnel.joined')}</p>
        <div className="vf-habit-row">
          <GiveTable label={t('habits.funnel.upload')} isFirst onRead={() => undefined} />
        </div>
      </Empty>
    )
  return (
    <div className="vf-stack">
      <FunnelBar {...props} known={query.data} funnel={funnel} input={input} />
      <FunnelSource known={query.data} />
      <FunnelCards funnel={funnel} />
    </div>
  )
}

type Ways = Pick<PartProps['search'], 'windowDays' | 'origin' | 'stages' | 'by' | 'segmentation'> & {
  order: 'ordered' | 'strict'
}

function waysOf({ order = 'ordered', windowDays, origin, stages, by, segmentation }: PartProps['search']): Ways {
  return { ...chosen({ windowDays, origin, stages, by, segmentation }), order }
}

/** Where a way of following the cases cannot be shown, the usual one can. */
function again({ search, onChange }: PartProps, retry: () => void): void {
  const usual = { order: undefined, windowDays: undefined, stages: undefined, by: undefined, segmentation: undefined }
  const { order, windowDays, stages, by, segmentation } = search
  const isUsual = [order, windowDays, stages, by, segmentation].every((way) => way === undefined)
  if (isUsual) retry()
  else onChange(usual)
}

function FunnelBar(
  props: PartProps & {
    known: WorkspaceFunnel
    funnel: NonNullable<WorkspaceFunnel['funnel']>
    input: Ways
  },
) {
  const { t } = useReader()
  const { known, funnel, input, onChange } = props
  const { origin, happens, hasTable } = known
  const tables = [
    { name: 'steps', title: t('behaviour.table.steps') },
    { name: 'stages', title: t('habits.funnel.standing') },
    { name: 'paths', title: t('behaviour.table.paths') },
    { name: 'reasons', title: t('behaviour.table.reasons') },
    ...funnel.cuts.map(({ column }, at) => ({ name: `cut${at + 1}`, title: `${t('habits.funnel.by')} ${column}` })),
  ]
  return (
    <div className="vf-habit-bar">
      <div className="vf-habit-controls">
        {happens !== null && hasTable && origin !== null && (
          <SegmentedControl
            label={t('habits.funnel.origin')}
            value={origin}
            onChange={(wanted) => onChange({ origin: wanted, ...ofNobody })}
            options={funnelOrigins.map((value) => ({ value, label: originWords[value](t) }))}
          />
        )}
        {origin === 'events' && happens !== null && <EventChoices {...props} happens={happens} />}
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
        <GiveTable
          label={hasTable ? t('habits.funnel.uploadNew') : t('habits.funnel.uploadTable')}
          isFirst={false}
          onRead={() => onChange({ origin: 'table', ...ofNobody })}
        />
      </div>
    </div>
  )
}

/** What is chosen of events says nothing of a table. */
const ofNobody = { stages: undefined, by: undefined, segmentation: undefined }

const originWords = {
  events: (t: Translate) => t('habits.funnel.originEvents'),
  table: (t: Translate) => t('habits.funnel.originTable'),
}

/** What the figures are taken from. */
function FunnelSource({ known }: { known: WorkspaceFunnel }) {
  const { t, format } = useReader()
  const { source, happens } = known
  if (source === null) {
    const events = (happens ?? []).reduce((sum, item) => sum + item.events, 0)
    return <p className="vf-note">{t('habits.funnel.ofEvents', { events: format.count(events) })}</p>
  }
  const files = source.files.join(t('habits.list'))
  const when = format.instant(source.readAt)
  return <p className="vf-note">{t('habits.funnel.source', { files, who: source.readBy, when })}</p>
}

function GiveTable(props: { label: string; isFirst: boolean; onRead: () => void }) {
  const { t } = useReader()
  const queries = useQueryClient()
  const give = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const uploads: string[] = []
      for (const file of files) uploads.push((await sendFile(file, () => undefined)).id)
      return client.behaviour.funnel.read({ uploads, by: [], stages: [] })
    },
    onSuccess: () => {
      props.onRead()
      return queries.invalidateQueries({ queryKey: api.behaviour.funnel.key() })
    },
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
