import { UserSwitchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { AccountsMeant } from '@vitalfew/contract/api/account-marks.ts'
import type { Role } from '@vitalfew/contract/api/roles.ts'
import { Button, Popover, Select, Space } from 'antd'
import { useState } from 'react'
import { FaultLine } from '../access/fault-line.tsx'
import { api, client } from '../app/api.ts'
import { useReader } from '../design/reader.tsx'
import { useMark } from './use-mark.tsx'

/** Who may give accounts to people; the server decides again. */
export function mayAssign(role: Role): boolean {
  return role === 'administrator' || role === 'analyst' || role === 'manager'
}

/** Gives accounts to a person, who sees them from then on, or takes them away; undone by one press. */
export function AssignButton(props: { meant: AccountsMeant; onDone?: () => void; label?: string }) {
  const { t, format } = useReader()
  const [isOpen, setOpen] = useState(false)
  const [userId, setUserId] = useState<string | null>(null)
  const people = useQuery({ ...api.access.users.names.queryOptions(), enabled: isOpen }).data?.rows ?? []
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? id
  const mark = useMark({
    change: (action: 'set' | 'clear') =>
      client.accounts.marks.assign({ userId: userId ?? '', action, accounts: props.meant }),
    words: ({ action, name, accounts }) =>
      t(`app.assign.done.${action}`, { person: nameOf(name), count: accounts, accounts: format.count(accounts) }),
    onDone: () => {
      setOpen(false)
      props.onDone?.()
    },
  })
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      title={t('app.assign.title')}
      content={
        <div className="vf-tag-form">
          <FaultLine fault={mark.error} />
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={t('app.assign.person')}
            placeholder={t('app.assign.person')}
            value={userId}
            options={people.map((person) => ({
              value: person.id,
              label: t('app.assign.option', { name: person.name, role: t(`app.role.${person.role}`) }),
            }))}
            onChange={setUserId}
          />
          <p className="vf-note">{t('app.assign.note')}</p>
          <Space>
            <Button
              type="primary"
              disabled={userId === null}
              loading={mark.isPending}
              onClick={() => mark.mutate('set')}
            >
              {t('app.assign.set')}
            </Button>
            <Button disabled={userId === null} loading={mark.isPending} onClick={() => mark.mutate('clear')}>
              {t('app.assign.clear')}
            </Button>
          </Space>
        </div>
      }
    >
      <Button icon={<UserSwitchOutlined />}>{props.label ?? t('app.assign.button')}</Button>
    </Popover>
  )
}
