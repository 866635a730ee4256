import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { SegmentationDetail } from '@vitalfew/contract/api/segments.ts'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { FaultLine } from '../access/fault-line.tsx'
import { api, client } from '../app/api.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import type { ClusterNames } from './segmentation-result.tsx'

/** Keeps a trial with the names its clusters were given; from then on it is a filter. */
export function SaveCard(props: { detail: SegmentationDetail; names: ClusterNames }) {
  const { t, format } = useReader()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [note, setNote] = useState('')
  const { detail, names } = props
  const clusters = [...names].map(([cluster, given]) => ({ cluster, name: given.trim() }))
  const save = useMutation({
    mutationFn: () => client.segments.save({ id: detail.id, name: name.trim(), note: note.trim(), clusters }),
    onSuccess: async (saved) => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: api.segments.key() }),
        queries.invalidateQueries({ queryKey: api.accounts.key() }),
      ])
      message.success(t('segments.save.done', { name: saved.name, version: saved.version }))
      await navigate({ to: '/segments', search: { part: 'saved', open: saved.id } })
    },
  })
  const isReady = name.trim() !== '' && clusters.every((cluster) => cluster.name !== '')
  return (
    <Card
      title={t('segments.save.title')}
      note={`${t('segments.save.note')} ${t('segments.save.agreement', { share: format.percent(detail.agreement, 0) })}`}
    >
      <FaultLine fault={save.error} />
      <Form layout="inline" className="vf-save-segments" onFinish={() => save.mutate()}>
        <Form.Item label={t('segments.save.name')} htmlFor="segmentation-name">
          <Input id="segmentation-name" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
        </Form.Item>
        <Form.Item label={t('segments.save.remark')} htmlFor="segmentation-note">
          <Input
            id="segmentation-note"
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" disabled={!isReady} loading={save.isPending}>
          {t('segments.save.submit')}
        </Button>
      </Form>
    </Card>
  )
}
