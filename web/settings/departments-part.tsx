import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Empty, Form, Input, Select, type TableColumnsType } from 'antd'
import type { Translate } from '@vitalfew/contract/locale.ts'
import { FaultLine } from '../access/fault-line.tsx'
import { api, client } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { WideTable } from '../design/wide-table.tsx'

interface DepartmentRow {
  id: string
  name: string
  leaderId: string | null
  memberIds: string[]
}

type Change = { id: string; name?: string; leaderId?: string | null; memberIds?: string[] }

/** Departments as the sales name them: who leads and who belongs to them sees their accounts. */
export function DepartmentsPart() {
  const { t } = useReader()
  const queries = useQueryClient()
  const [form] = Form.useForm<{ name: string }>()
  const departments = useQuery(api.access.departments.list.queryOptions())
  const people = useQuery(api.access.users.names.queryOptions()).data?.rows ?? []
  const renew = () => queries.invalidateQueries({ queryKey: api.access.key() })
  const add = useMutation({
    mutationFn: ({ name }: { name: string }) => client.access.departments.create({ name }),
    onSuccess: async () => {
      form.resetFields()
      await renew()
    },
  })
  const change = useMutation({ mutationFn: (part: Change) => client.access.departments.update(part), onSuccess: renew })
  const remove = useMutation({ mutationFn: (id: string) => client.access.departments.remove({ id }), onSuccess: renew })
  if (departments.isError) return <FaultNotice fault={departments.error} onRetry={() => void departments.refetch()} />
  const options = people.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Card note={t('app.departments.note')}>
      <Form form={form} layout="inline" className="vf-bar-row" onFinish={(values) => add.mutate(values)}>
        <Form.Item
          name="name"
          label={t('app.departments.name')}
          rules={[{ required: true, message: t('app.field.needed') }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Button htmlType="submit" loading={add.isPending}>
          {t('app.departments.add')}
        </Button>
      </Form>
      <FaultLine fault={add.error ?? change.error ?? remove.error} />
      <WideTable
        size="middle"
        rowKey="id"
        loading={departments.isFetching}
        dataSource={departments.data?.rows ?? []}
        scroll={{ x: 'max-content' }}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        locale={{ emptyText: <Empty description={t('app.departments.none')} /> }}
        columns={departmentColumns(t, { options, onChange: change.mutate, onRemove: remove.mutate })}
      />
    </Card>
  )
}

function departmentColumns(
  t: Translate,
  acts: {
    options: { value: string; label: string }[]
    onChange: (part: Change) => void
    onRemove: (id: string) => void
  },
): TableColumnsType<DepartmentRow> {
  return [
    { key: 'name', title: t('app.departments.name'), rowScope: 'row', dataIndex: 'name' },
    {
      key: 'leader',
      title: t('app.departments.leader'),
      render: (_, row) => (
        <Select
          allowClear
          className="vf-departments-select"
          aria-label={t('app.departments.leaderOf', { name: row.name })}
          value={row.leaderId}
          options={acts.options}
          onChange={(leaderId: string | undefined) => acts.onChange({ id: row.id, leaderId: leaderId ?? null })}
        />
      ),
    },
    {
      key: 'members',
      title: t('app.departments.members'),
      render: (_, row) => (
        <Select<string[]>
          mode="multiple"
          className="vf-members-select"
          aria-label={t('app.departments.membersOf', { name: row.name })}
          value={row.memberIds}
          options={acts.options}
          onChange={(memberIds) => acts.onChange({ id: row.id, memberIds })}
        />
      ),
    },
    {
      key: 'acts',
      title: t('app.data.acts'),
      render: (_, row) => (
        <Button size="small" danger onClick={() => acts.onRemove(row.id)}>
          {t('app.departments.remove')}
        </Button>
      ),
    },
  ]
}
