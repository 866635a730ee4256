import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SavedSegmentation } from '@vitalfew/contract/api/segments.ts'
import { App, Button, Empty, Popconfirm } from 'antd'
import { api, client } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { faultWords } from '../app/fault-words.ts'
import { LinkButton } from '../app/link-button.tsx'
import { PageWait } from '../app/page-wait.tsx'
import { mayAnalyse, useMe } from '../app/session.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { SavedSegmentTable } from './saved-segment-table.tsx'
import { SegmentationResult } from './segmentation-result.tsx'

/** The segmentations in use; one of them in full where it was opened. */
export function SavedPart(props: { open: string | null; onOpen: (id: string | null) => void }) {
  const { t } = useReader()
  const me = useMe()
  const { open, onOpen } = props
  const answer = useQuery(api.segments.list.queryOptions({ staleTime: 30_000 }))
  if (open !== null && mayAnalyse(me)) return <OpenSegmentation id={open} onClose={() => onOpen(null)} />
  if (answer.isPending) return <PageWait />
  if (answer.isError) return <FaultNotice fault={answer.error} onRetry={() => void answer.refetch()} />
  const { segmentations } = answer.data
  if (segmentations.length === 0)
    return (
      <Card>
        <Empty
          description={
            <>
              <strong>{t('segments.saved.none')}</strong>
              <br />
              {t(mayAnalyse(me) ? 'segments.saved.noneHint' : 'segments.saved.noneReader')}
            </>
          }
        />
      </Card>
    )
  return (
    <div className="vf-stack">
      {segmentations.map((segmentation) => (
        <SavedCard key={segmentation.id} segmentation={segmentation} onOpen={() => onOpen(segmentation.id)} />
      ))}
    </div>
  )
}

function OpenSegmentation(props: { id: string; onClose: () => void }) {
  const { t } = useReader()
  const answer = useQuery(api.segments.get.queryOptions({ input: { id: props.id }, staleTime: 60_000 }))
  return (
    <div className="vf-stack">
      <div className="vf-bar-row">
        <Button onClick={props.onClose}>{t('segments.saved.back')}</Button>
      </div>
      {answer.isPending ? (
        <PageWait />
      ) : answer.isError ? (
        <FaultNotice fault={answer.error} onRetry={() => void answer.refetch()} />
      ) : (
        <SegmentationResult key={props.id} detail={answer.data} />
      )}
    </div>
  )
}

function SavedCard(props: { segmentation: SavedSegmentation; onOpen: () => void }) {
  const { t, format } = useReader()
  const me = useMe()
  const { segmentation } = props
  const { name, version, author, savedAt, method, features, note } = segmentation
  const facts = t('segments.saved.facts', {
    author,
    day: format.day(savedAt.slice(0, 10)),
    method: t(`segmentation.method.${method}`),
    features: features.join(t('segmentation.list.comma')),
  })
  return (
    <Card title={t('segments.saved.title', { name, version })} note={note === '' ? facts : `${facts} · ${note}`}>
      <SavedSegmentTable segmentation={segmentation} />
      {mayAnalyse(me) && (
        <div className="vf-bar-row">
          <Button onClick={props.onOpen}>{t('segments.saved.details')}</Button>
          <LinkButton to="/segments" search={{ part: 'compare' }}>
            {t('segments.page.part.compare')}
          </LinkButton>
          <RetireButton segmentation={segmentation} />
        </div>
      )}
    </Card>
  )
}

function RetireButton(props: { segmentation: SavedSegmentation }) {
  const { t } = useReader()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { id, name } = props.segmentation
  const retire = useMutation({
    mutationFn: () => client.segments.retire({ id }),
    onSuccess: async () => {
      message.success(t('segments.saved.retireDone', { name }))
      await Promise.all([
        queries.invalidateQueries({ queryKey: api.segments.key() }),
        queries.invalidateQueries({ queryKey: api.accounts.key() }),
      ])
    },
    onError: (fault) => message.error(faultWords(fault, t)),
  })
  return (
    <Popconfirm title={t('segments.saved.retireAsk')} onConfirm={() => retire.mutate()}>
      <Button danger loading={retire.isPending}>
        {t('segments.saved.retire')}
      </Button>
    </Popconfirm>
  )
}
