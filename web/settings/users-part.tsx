import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { User } from '@vitalfew/contract/api/access.ts'
import type { Role } from '@vitalfew/contract/api/roles.ts'
import { App, Button, Dropdown, Select, Switch, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { FaultLine } from '../access/fault-line.tsx'
import { api, client } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { InvitationsTable } from './invitations-table.tsx'
import { InvitePerson } from './invite-person.tsx'
import { LinkToPass, type PassedLink } from './link-to-pass.tsx'
import { roleNames } from './role-names.ts'
import { WideTable } from '../design/wide-table.tsx'

type Change = { id: string; role?: Role; departmentIds?: string[]; isActive?: boolean }

/** Who may come in, as what, and for which departments. */
export function UsersPart() {
  const { t } = useReader()
  const [isInviting, setInviting] = useState(false)
  const [link, setLink] = useState<PassedLink | null>(null)
  return (
    <div className="vf-stack">
      <Card>
        <div className="vf-bar-row">
          <Button type="primary" onClick={() => setInviting(true)}>
            {t('app.users.invite')}
          </Button>
        </div>
        <UsersTable onLink={setLink} />
      </Card>
      <Card title={t('app.users.invitations')}>
        <InvitationsTable />
      </Card>
      {isInviting && (
        <InvitePerson
          onClose={() => setInviting(false)}
          onInvited={(made) => {
            setInviting(false)
            setLink(made)
          }}
        />
      )}
      {link !== null && <LinkToPass link={link} onClose={() => setLink(null)} />}
    </div>
  )
}

function UsersTable(props: { onLink: (link: PassedLink) => void }) {
  const reader = useReader()
  const { t } = reader
  const { message } = App.useApp()
  const queries = useQueryClient()
  const users = useQuery(api.access.users.list.queryOptions())
  const departments = useQuery(api.access.departments.list.queryOptions()).data?.rows ?? []
  const renew = () => queries.invalidateQueries({ queryKey: api.access.key() })
  const change = useMutation({ mutationFn: (part: Change) => client.access.users.update(part), onSuccess: renew })
  const newPassword = useMutation({
    mutationFn: (id: string) => client.access.users.passwordLink({ id }),
    onSuccess: props.onLink,
  })
  const signOut = useMutation({
    mutationFn: (id: string) => client.access.users.endSessions({ id }),
    onSuccess: () => message.success(t('app.users.signedOut')),
  })
  if (users.isError) return <FaultNotice fault={users.error} onRetry={() => void users.refetch()} />
  return (
    <>
      <FaultLine fault={change.error ?? newPassword.error ?? signOut.error} />
      <WideTable<User>
        size="middle"
        rowKey="id"
        loading={users.isFetching}
        dataSource={users.data?.rows ?? []}
        scroll={{ x: 'max-content' }}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        columns={userColumns(reader, {
          departments,
          change: change.mutate,
          newPassword: newPassword.mutate,
          signOut: signOut.mutate,
        })}
      />
    </>
  )
}

function PersonCell(props: { name: string; email: string }) {
  return (
    <>
      {props.name}
      <small className="vf-advice">{props.email}</small>
    </>
  )
}

interface PersonActs {
  departments: readonly { id: string; name: string }[]
  change: (part: Change) => void
  newPassword: (id: string) => void
  signOut: (id: string) => void
}

function userColumns({ t, format }: Reader, acts: PersonActs): TableColumnsType<User> {
  return [
    { key: 'name', title: t('app.users.name'), rowScope: 'row', render: (_, user) => <PersonCell {...user} /> },
    {
      key: 'role',
      title: t('app.users.role'),
      render: (_, user) => (
        <Select<Role>
          aria-label={t('app.users.roleOf', { name: user.name })}
          value={user.role}
          popupMatchSelectWidth={false}
          options={roleNames.map((value) => ({ value, label: t(`app.role.${value}`) }))}
          onChange={(role) => acts.change({ id: user.id, role })}
        />
      ),
    },
    {
      key: 'departments',
      title: t('app.users.departments'),
      render: (_, user) => (
        <Select<string[]>
          mode="multiple"
          className="vf-departments-select"
          aria-label={t('app.users.departmentsOf', { name: user.name })}
          value={user.departmentIds}
          options={acts.departments.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(departmentIds) => acts.change({ id: user.id, departmentIds })}
        />
      ),
    },
    {
      key: 'active',
      title: t('app.users.active'),
      render: (_, user) => (
        <Switch
          checked={user.isActive}
          aria-label={t('app.users.activeOf', { name: user.name })}
          onChange={(isActive) => acts.change({ id: user.id, isActive })}
        />
      ),
    },
    {
      key: 'last',
      title: t('app.users.lastSignIn'),
      render: (_, user) => (user.lastSignInAt === null ? '–' : format.instant(user.lastSignInAt)),
    },
    {
      key: 'acts',
      title: t('app.data.acts'),
      render: (_, user) => <PersonMenu user={user} acts={acts} />,
    },
  ]
}

function PersonMenu(props: { user: User; acts: PersonActs }) {
  const { t } = useReader()
  const { user, acts } = props
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'password', label: t('app.users.passwordLink'), onClick: () => acts.newPassword(user.id) },
          { key: 'out', label: t('app.users.signOut'), onClick: () => acts.signOut(user.id) },
        ],
      }}
    >
      <Button size="small" aria-label={t('app.users.actsOf', { name: user.name })}>
        {t('app.users.more')}
      </Button>
    </Dropdown>
  )
}
