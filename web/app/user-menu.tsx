import { ApiOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Avatar, Button, Dropdown } from 'antd'
import { useReader } from '../design/reader.tsx'
import { client } from './api.ts'
import { toldByAlert } from './fault-alerts.tsx'
import { useMe } from './session.ts'

export function UserMenu() {
  const { t } = useReader()
  const me = useMe()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const leave = useMutation({
    mutationFn: () => client.access.session.end(),
    meta: toldByAlert,
    onSettled: async () => {
      await navigate({ to: '/sign-in' })
      queries.clear()
    },
  })
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'me',
            icon: <UserOutlined />,
            label: t('app.user.mine'),
            onClick: () => void navigate({ to: '/settings', search: { part: 'me' } }),
          },
          {
            key: 'api',
            icon: <ApiOutlined />,
            label: (
              <a href="/api/docs" target="_blank" rel="noreferrer">
                {t('app.user.apiDocs')}
              </a>
            ),
          },
          { type: 'divider' },
          { key: 'out', icon: <LogoutOutlined />, label: t('app.user.signOut'), onClick: () => leave.mutate() },
        ],
      }}
    >
      <Button type="text" className="vf-user">
        <Avatar size={26} aria-hidden="true">
          {[...me.name][0]}
        </Avatar>
        <span className="vf-user-name" aria-hidden="true">
          {me.name}
        </span>
        <span className="vf-unseen">{t('app.user.menu', { name: me.name })}</span>
      </Button>
    </Dropdown>
  )
}
