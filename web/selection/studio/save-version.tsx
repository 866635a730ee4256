import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ModelVersion } from '@vitalfew/contract/api/selection-models.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { App, Form, Input, Modal } from 'antd'
import { FaultLine } from '../../access/fault-line.tsx'
import { api, client } from '../../app/api.ts'
import { useReader } from '../../design/reader.tsx'
import { useRetitled } from './studio-draft.tsx'

/** Names a version and says why it is there; it does not change afterwards. */
export function SaveVersion(props: {
  model: SelectionModel
  isReady: boolean
  onSaved: (saved: ModelVersion) => void
  onClose: () => void
}) {
  const { t, locale } = useReader()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const retitled = useRetitled()
  const [form] = Form.useForm<{ title: string; note: string }>()
  const { model } = props
  const save = useMutation({
    mutationFn: ({ title, note }: { title: string; note?: string }) =>
      client.selection.models.save({ model: { ...model, title: retitled(model.title, title) }, note: note ?? '' }),
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: api.selection.models.key() })
      message.success(t('studio.save.done', { version: saved.id }))
      props.onSaved(saved)
    },
  })
  return (
    <Modal
      open
      title={t('studio.save.title')}
      okText={t('app.action.save')}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={props.onClose}
    >
      <FaultLine fault={save.error} />
      <p className="vf-note">{t(props.isReady ? 'studio.save.noteReady' : 'studio.save.note')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => save.mutate(values)}>
        <Form.Item
          name="title"
          label={t('studio.save.name')}
          initialValue={model.title[locale]}
          rules={[{ required: true, whitespace: true, message: t('app.field.needed') }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="note" label={t('studio.save.why')}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
