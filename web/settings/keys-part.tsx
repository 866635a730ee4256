import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Empty, Form, Input, Modal, Select, Typography } from 'antd'
import { useState } from 'react'
import { FaultLine } from '../access/fault-line.tsx'
import { api, client } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { useMe } from '../app/session.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { WideTable } from '../design/wide-table.tsx'

const scopes = ['read', 'write', 'administer'] as const

interface NewKey {
  name: string
  scopes: (typeof scopes)[number][]
  expiresInDays: number
}

/** Keys for programs: they may what I may, less what is not ticked. */
export function KeysPart() {
  const { t, format } = useReader()
  const queries = useQueryClient()
  const [isMaking, setMaking] = useState(false)
  const keys = useQuery(api.access.me.keys.queryOptions())
  const renew = () => queries.invalidateQueries({ queryKey: api.access.me.keys.key() })
  const revoke = useMutation({ mutationFn: (id: string) => client.access.me.deleteKey({ id }), onSuccess: renew })
  if (keys.isError) return <FaultNotice fault={keys.error} onRetry={() => void keys.refetch()} />
  return (
    <Card note={t('app.keys.note')}>
      <div className="vf-bar-row">
        <Button type="primary" onClick={() => setMaking(true)}>
          {t('app.keys.make')}
        </Button>
        <a href="/api/docs" target="_blank" rel="noreferrer">
          {t('app.user.apiDocs')}
        </a>
      </div>
      <FaultLine fault={revoke.error} />
      <WideTable
        size="middle"
        rowKey="id"
        loading={keys.isFetching}
        dataSource={keys.data?.rows ?? []}
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Empty description={t('app.keys.none')} /> }}
        columns={[
          { key: 'name', title: t('app.keys.name'), rowScope: 'row', dataIndex: 'name' },
          { key: 'start', title: t('app.keys.start'), render: (_, key) => <code>{`${key.start}…`}</code> },
          {
            key: 'scopes',
            title: t('app.keys.scopes'),
            render: (_, key) => key.scopes.map((scope) => t(`app.keys.scope.${scope}`)).join(t('report.listComma')),
          },
          {
            key: 'expires',
            title: t('app.keys.expires'),
            render: (_, key) => (key.expiresAt === null ? t('app.keys.never') : format.instant(key.expiresAt)),
          },
          {
            key: 'used',
            title: t('app.settings.lastUsed'),
            render: (_, key) => (key.lastUsedAt === null ? '–' : format.instant(key.lastUsedAt)),
          },
          {
            key: 'acts',
            title: t('app.data.acts'),
            render: (_, key) => (
              <Button size="small" danger onClick={() => revoke.mutate(key.id)}>
                {t('app.keys.revoke')}
              </Button>
            ),
          },
        ]}
      />
      {isMaking && <MakeKey onClose={() => setMaking(false)} onMade={renew} />}
    </Card>
  )
}

function MakeKey(props: { onClose: () => void; onMade: () => Promise<void> }) {
  const { t, format } = useReader()
  const me = useMe()
  const [form] = Form.useForm<NewKey>()
  const make = useMutation({
    mutationFn: (values: NewKey) =>
      client.access.me.createKey({
        ...values,
        expiresInDays: values.expiresInDays === 0 ? null : values.expiresInDays,
      }),
    onSuccess: props.onMade,
  })
  const offered = scopes.filter((scope) => scope !== 'administer' || me.role === 'administrator')
  if (make.data !== undefined) return <KeyMade value={make.data.key} onClose={props.onClose} />
  return (
    <Modal
      open
      title={t('app.keys.make')}
      okText={t('app.keys.make')}
      confirmLoading={make.isPending}
      onOk={() => form.submit()}
      onCancel={props.onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ scopes: ['read'], expiresInDays: 365 }}
        onFinish={(values) => make.mutate(values)}
      >
        <FaultLine fault={make.error} />
        <Form.Item name="name" label={t('app.keys.name')} rules={[{ required: true, message: t('app.field.needed') }]}>
          <Input maxLength={100} autoFocus />
        </Form.Item>
        <Form.Item
          name="scopes"
          label={t('app.keys.scopes')}
          rules={[{ required: true, message: t('app.field.needed') }]}
        >
          <Checkbox.Group options={offered.map((value) => ({ value, label: t(`app.keys.scope.${value}`) }))} />
        </Form.Item>
        <Form.Item name="expiresInDays" label={t('app.keys.expires')}>
          <Select
            options={[30, 90, 365, 0].map((days) => ({
              value: days,
              label: days === 0 ? t('app.keys.never') : t('app.keys.days', { count: days, days: format.count(days) }),
            }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}

function KeyMade(props: { value: string; onClose: () => void }) {
  const { t } = useReader()
  return (
    <Modal
      open
      title={t('app.keys.made')}
      onCancel={props.onClose}
      onOk={props.onClose}
      cancelButtonProps={{ hidden: true }}
    >
      <Alert type="warning" showIcon title={t('app.keys.once')} />
      <Typography.Paragraph copyable code>
        {props.value}
      </Typography.Paragraph>
    </Modal>
  )
}
