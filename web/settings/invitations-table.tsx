import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Empty, Tag } from 'antd'
import { FaultLine } from '../access/fault-line.tsx'
import { api, client } from '../app/api.ts'
import { useReader } from '../design/reader.tsx'
import { WideTable } from '../design/wide-table.tsx'

const tones = { open: 'processing', accepted: 'success', revoked: 'default', expired: 'warning' } as const

export function InvitationsTable() {
  const { t, format } = useReader()
  const queries = useQueryClient()
  const invitations = useQuery(api.access.invitations.list.queryOptions())
  const revoke = useMutation({
    mutationFn: (id: string) => client.access.invitations.revoke({ id }),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.access.invitations.key() }),
  })
  return (
    <>
      <FaultLine fault={invitations.error ?? revoke.error} />
      <WideTable
        size="middle"
        rowKey="id"
        loading={invitations.isFetching}
        dataSource={invitations.data?.rows ?? []}
        scroll={{ x: 'max-content' }}
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        locale={{ emptyText: <Empty description={t('app.users.noInvitations')} /> }}
        columns={[
          { key: 'name', title: t('app.users.name'), rowScope: 'row', dataIndex: 'name' },
          { key: 'email', title: t('app.field.email'), dataIndex: 'email' },
          { key: 'role', title: t('app.users.role'), render: (_, row) => t(`app.role.${row.role}`) },
          {
            key: 'state',
            title: t('app.data.state'),
            render: (_, row) => <Tag color={tones[row.state]}>{t(`app.users.invitation.${row.state}`)}</Tag>,
          },
          { key: 'until', title: t('app.keys.expires'), render: (_, row) => format.instant(row.expiresAt) },
          {
            key: 'acts',
            title: t('app.data.acts'),
            render: (_, row) =>
              row.state === 'open' && (
                <Button size="small" onClick={() => revoke.mutate(row.id)}>
                  {t('app.users.revoke')}
                </Button>
              ),
          },
        ]}
      />
    </>
  )
}
