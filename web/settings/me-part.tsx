import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Tag } from 'antd'
import { api, client } from '../app/api.ts'
import { toldByAlert } from '../app/fault-alerts.tsx'
import { useMe } from '../app/session.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { NewPasswordItem } from '../access/new-password-item.tsx'
import { browserName } from './browser-name.ts'
import { SavedForm } from './saved-form.tsx'
import { SecondFactorCard } from './second-factor-card.tsx'
import { WideTable } from '../design/wide-table.tsx'

/** My name, my password, my second factor, and where I am signed in. */
export function MePart() {
  const { t } = useReader()
  const me = useMe()
  const queries = useQueryClient()
  const needed = [{ required: true, message: t('app.field.needed') }]
  return (
    <div className="vf-settings">
      <Card
        title={t('app.settings.profile')}
        note={t('app.settings.profileNote', { email: me.email, role: t(`app.role.${me.role}`) })}
      >
        <SavedForm<{ name: string }>
          initial={{ name: me.name }}
          submit={t('app.action.save')}
          onSave={async (values) => {
            queries.setQueryData(api.access.session.current.queryKey(), await client.access.me.update(values))
          }}
        >
          <Form.Item name="name" label={t('app.field.yourName')} rules={needed}>
            <Input autoComplete="name" />
          </Form.Item>
        </SavedForm>
      </Card>
      <Card title={t('app.settings.password')} note={t('app.settings.passwordNote')}>
        <SavedForm<{ current: string; password: string }>
          isOnce
          submit={t('app.settings.changePassword')}
          onSave={({ current, password }) => client.access.me.changePassword({ current, next: password })}
        >
          {/* Tells password managers whose password it is. */}
          <input hidden readOnly type="text" autoComplete="username" value={me.email} />
          <Form.Item name="current" label={t('app.field.currentPassword')} rules={needed}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <NewPasswordItem />
        </SavedForm>
      </Card>
      <SecondFactorCard />
      <SessionsCard />
    </div>
  )
}

function SessionsCard() {
  const { t, format } = useReader()
  const queries = useQueryClient()
  const sessions = useQuery(api.access.me.sessions.queryOptions())
  const end = useMutation({
    mutationFn: (id: string) => client.access.me.endSession({ id }),
    meta: toldByAlert,
    onSuccess: () => queries.invalidateQueries({ queryKey: api.access.me.sessions.key() }),
  })
  return (
    <Card title={t('app.settings.sessions')} className="vf-settings-wide">
      <WideTable
        size="small"
        rowKey="id"
        loading={sessions.isFetching}
        dataSource={sessions.data?.rows ?? []}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          {
            key: 'agent',
            title: t('app.settings.browser'),
            rowScope: 'row',
            render: (_, session) => (
              <>
                <span title={session.userAgent ?? undefined}>{browserName(session.userAgent ?? '') || '–'}</span>{' '}
                {session.current && <Tag color="success">{t('app.settings.thisSession')}</Tag>}
              </>
            ),
          },
          { key: 'address', title: t('app.settings.address'), render: (_, session) => session.address || '–' },
          {
            key: 'used',
            title: t('app.settings.lastUsed'),
            render: (_, session) => format.instant(session.lastUsedAt),
          },
          {
            key: 'acts',
            title: t('app.data.acts'),
            render: (_, session) =>
              !session.current && (
                <Button size="small" onClick={() => end.mutate(session.id)}>
                  {t('app.settings.endSession')}
                </Button>
              ),
          },
        ]}
      />
    </Card>
  )
}
