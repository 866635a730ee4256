import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Role } from '@vitalfew/contract/api/roles.ts'
import { Form, Input, Modal, Select } from 'antd'
import { FaultLine } from '../access/fault-line.tsx'
import { api, client } from '../app/api.ts'
import { useReader } from '../design/reader.tsx'
import type { PassedLink } from './link-to-pass.tsx'
import { roleNames } from './role-names.ts'

interface Invited {
  name: string
  email: string
  role: Role
  departmentIds?: string[]
}

export function InvitePerson(props: { onClose: () => void; onInvited: (link: PassedLink) => void }) {
  const { t } = useReader()
  const queries = useQueryClient()
  const [form] = Form.useForm<Invited>()
  const role = Form.useWatch('role', form)
  const departments = useQuery(api.access.departments.list.queryOptions()).data?.rows ?? []
  const invite = useMutation({
    mutationFn: (values: Invited) => client.access.invitations.create(values),
    onSuccess: async ({ link }) => {
      await queries.invalidateQueries({ queryKey: api.access.invitations.key() })
      props.onInvited(link)
    },
  })
  const needed = [{ required: true, message: t('app.field.needed') }]
  return (
    <Modal
      open
      title={t('app.users.invite')}
      okText={t('app.users.makeLink')}
      confirmLoading={invite.isPending}
      onOk={() => form.submit()}
      onCancel={props.onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ role: 'viewer' }}
        onFinish={(values) => invite.mutate(values)}
      >
        <FaultLine fault={invite.error} />
        <Form.Item name="name" label={t('app.users.name')} rules={needed}>
          <Input autoFocus maxLength={100} />
        </Form.Item>
        <Form.Item
          name="email"
          label={t('app.field.email')}
          rules={[...needed, { type: 'email', message: t('app.field.notEmail') }]}
        >
          <Input type="email" />
        </Form.Item>
        <Form.Item name="role" label={t('app.users.role')} extra={role === undefined ? '' : t(`app.roleNote.${role}`)}>
          <Select options={roleNames.map((value) => ({ value, label: t(`app.role.${value}`) }))} />
        </Form.Item>
        <Form.Item name="departmentIds" label={t('app.users.departments')}>
          <Select mode="multiple" options={departments.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
