import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { api, client } from '../app/api.ts'
import { usePreferences } from '../app/preferences.tsx'
import { useReader } from '../design/reader.tsx'
import { EntryFrame, entryPage } from './entry-frame.tsx'
import { FaultLine } from './fault-line.tsx'
import { NewPasswordItem } from './new-password-item.tsx'
import { SecondFactorForm } from './second-factor-form.tsx'
import { useEnter } from './use-enter.ts'
import { useFragment } from './use-fragment.ts'

export const InvitationPage = entryPage(Invitation)

/** Behind a link that an administrator passed on: join, or choose a new password. */
function Invitation() {
  const { t } = useReader()
  const token = useFragment()
  const look = useQuery(api.access.invitations.look.queryOptions({ input: { token }, retry: false }))
  if (look.isPending)
    return (
      <EntryFrame title={t('app.wait')}>
        <Skeleton active title={false} />
      </EntryFrame>
    )
  if (look.isError)
    return (
      <EntryFrame title={t('app.invitation.void')}>
        <FaultLine fault={look.error} />
        <p className="vf-note">{t('app.invitation.voidHint')}</p>
      </EntryFrame>
    )
  return <AcceptForm token={token} {...look.data} />
}

function AcceptForm(props: { token: string; kind: 'invitation' | 'password'; email: string; name: string }) {
  const { t } = useReader()
  const { locale } = usePreferences()
  const [isConfirming, setConfirming] = useState(false)
  const enter = useEnter('/')
  const accept = useMutation({
    mutationFn: (values: { name?: string; password: string }) =>
      client.access.invitations.accept({ ...values, token: props.token, locale }),
    onSuccess: ({ state }) => (state === 'signedIn' ? enter() : setConfirming(true)),
  })
  if (isConfirming)
    return (
      <EntryFrame title={t('app.secondFactor.title')} lead={t('app.secondFactor.lead')}>
        <SecondFactorForm onDone={enter} onBack={enter} />
      </EntryFrame>
    )
  return (
    <EntryFrame title={t(`app.invitation.title.${props.kind}`)} lead={t('app.invitation.lead', { email: props.email })}>
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: props.name }}
        onFinish={(values: { name?: string; password: string }) => accept.mutate(values)}
      >
        <FaultLine fault={accept.error} />
        {props.kind === 'invitation' && (
          <Form.Item
            name="name"
            label={t('app.field.yourName')}
            rules={[{ required: true, message: t('app.field.needed') }]}
          >
            <Input size="large" autoComplete="name" />
          </Form.Item>
        )}
        <NewPasswordItem />
        <Button type="primary" htmlType="submit" size="large" block loading={accept.isPending}>
          {t('app.invitation.submit')}
        </Button>
      </Form>
    </EntryFrame>
  )
}
