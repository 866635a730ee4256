import { DeleteOutlined, SaveOutlined, StarOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountView } from '@vitalfew/contract/api/account-views.ts'
import { Button, Checkbox, Form, Input, Modal, Popover } from 'antd'
import { useState } from 'react'
import { FaultLine } from '../access/fault-line.tsx'
import { api, client } from '../app/api.ts'
import { toldByAlert } from '../app/fault-alerts.tsx'
import { useReader } from '../design/reader.tsx'

export type ViewContent = Pick<AccountView, 'filter' | 'search' | 'sort' | 'columns'>

/** As it comes from the server: its filter is read again before it is used. */
export type KeptView = Omit<AccountView, 'filter'> & { filter?: unknown }

const removal = { mutationFn: (id: string) => client.accounts.views.remove({ id }), meta: toldByAlert }

/** Lists worth coming back to: mine, and those that colleagues share. */
export function ViewsMenu(props: { current: ViewContent; onOpen: (view: KeptView) => void }) {
  const { t } = useReader()
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const views = useQuery(api.accounts.views.list.queryOptions()).data?.views ?? []
  const renew = () => queries.invalidateQueries({ queryKey: api.accounts.views.list.key() })
  const remove = useMutation({ ...removal, onSuccess: renew })
  const group = (title: string, shown: readonly KeptView[]) =>
    shown.length > 0 && (
      <>
        <h3>{title}</h3>
        <ul>
          {shown.map((view) => (
            <ViewLine
              key={view.id}
              view={view}
              onRemove={() => remove.mutate(view.id)}
              onOpen={() => {
                setOpen(false)
                props.onOpen(view)
              }}
            />
          ))}
        </ul>
      </>
    )
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomLeft"
        open={isOpen}
        onOpenChange={setOpen}
        content={
          <div className="vf-views">
            {views.length === 0 && <p className="vf-note">{t('app.views.none')}</p>}
            {group(
              t('app.views.mine'),
              views.filter(({ isMine }) => isMine),
            )}
            {group(
              t('app.views.shared'),
              views.filter(({ isMine }) => !isMine),
            )}
            <Button size="small" icon={<SaveOutlined />} onClick={() => setSaving(true)}>
              {t('app.views.save')}
            </Button>
          </div>
        }
      >
        <Button icon={<StarOutlined />}>{t('app.views.title')}</Button>
      </Popover>
      {isSaving && <SaveView current={props.current} onClose={() => setSaving(false)} onSaved={renew} />}
    </>
  )
}

function ViewLine(props: { view: KeptView; onOpen: () => void; onRemove: () => void }) {
  const { t } = useReader()
  const { view } = props
  return (
    <li>
      <button type="button" className="vf-link" onClick={props.onOpen}>
        {view.name}
      </button>
      {view.isMine ? (
        <Button
          size="small"
          type="text"
          icon={<DeleteOutlined />}
          aria-label={t('app.views.remove', { name: view.name })}
          onClick={props.onRemove}
        />
      ) : (
        <span className="vf-note">{view.ownerName}</span>
      )}
    </li>
  )
}

function SaveView(props: { current: ViewContent; onClose: () => void; onSaved: () => Promise<void> }) {
  const { t } = useReader()
  const [form] = Form.useForm<{ name: string; isShared?: boolean }>()
  const save = useMutation({
    mutationFn: (values: { name: string; isShared?: boolean }) =>
      client.accounts.views.save({ ...props.current, name: values.name, isShared: values.isShared === true }),
    onSuccess: async () => {
      await props.onSaved()
      props.onClose()
    },
  })
  return (
    <Modal
      open
      title={t('app.views.save')}
      okText={t('app.action.save')}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={props.onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => save.mutate(values)}>
        <FaultLine fault={save.error} />
        <Form.Item name="name" label={t('app.views.name')} rules={[{ required: true, message: t('app.field.needed') }]}>
          <Input maxLength={100} autoFocus />
        </Form.Item>
        <Form.Item name="isShared" valuePropName="checked">
          <Checkbox>{t('app.views.share')}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  )
}
