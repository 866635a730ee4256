import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Alert, Button, Divider, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { api, client } from '../app/api.ts'
import { usePreferences } from '../app/preferences.tsx'
import { useReader } from '../design/reader.tsx'
import { EntryFrame, entryPage } from './entry-frame.tsx'
import { FaultLine } from './fault-line.tsx'
import { providerRefusal } from './provider-refusal.ts'
import { SecondFactorForm } from './second-factor-form.tsx'
import { useEnter } from './use-enter.ts'

const route = getRouteApi('/sign-in')

export const SignInPage = entryPage(SignIn)

function SignIn() {
  const { t } = useReader()
  const { offer } = usePreferences()
  const start = useQuery(api.system.start.queryOptions({ staleTime: 300_000 })).data
  const locale = start?.setup === 'done' ? start.defaultLocale : undefined
  useEffect(() => {
    if (locale !== undefined) offer({ locale })
  }, [locale, offer])
  const [step, setStep] = useState<'password' | 'secondFactor'>('password')
  const enter = useEnter(route.useSearch().next)
  return step === 'password' ? (
    <EntryFrame title={t('app.signIn.title')}>
      <PasswordForm onState={(state) => (state === 'signedIn' ? enter() : setStep('secondFactor'))} />
    </EntryFrame>
  ) : (
    <EntryFrame title={t('app.secondFactor.title')} lead={t('app.secondFactor.lead')}>
      <SecondFactorForm onDone={enter} onBack={() => setStep('password')} />
    </EntryFrame>
  )
}

function PasswordForm(props: { onState: (state: 'signedIn' | 'secondFactor') => void }) {
  const { t } = useReader()
  const { error: refused } = route.useSearch()
  const start = useMutation({
    mutationFn: (values: { email: string; password: string }) => client.access.session.start(values),
    onSuccess: ({ state }) => props.onState(state),
  })
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={(values: { email: string; password: string }) => start.mutate(values)}
    >
      {refused !== undefined && !start.isError && (
        <Alert className="vf-fault-line" type="error" showIcon title={providerRefusal(refused, t)} />
      )}
      <FaultLine fault={start.error} />
      <Form.Item name="email" label={t('app.field.email')} rules={[{ required: true, message: t('app.field.needed') }]}>
        <Input type="email" autoComplete="username" autoFocus size="large" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('app.field.password')}
        rules={[{ required: true, message: t('app.field.needed') }]}
      >
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={start.isPending}>
        {t('app.signIn.submit')}
      </Button>
      <Providers />
      <p className="vf-note vf-entry-note">{t('app.signIn.forgotten')}</p>
    </Form>
  )
}

/** Signing in by way of the company's own identity provider, where one is set up. */
function Providers() {
  const { t } = useReader()
  const providers = useQuery(api.system.start.queryOptions()).data?.providers ?? []
  const next = route.useSearch().next ?? '/'
  const go = useMutation({
    mutationFn: (provider: string) => client.access.session.provider({ provider, returnTo: next }),
    onSuccess: ({ url }) => window.location.assign(url),
  })
  if (providers.length === 0) return null
  return (
    <>
      <Divider plain>{t('app.signIn.or')}</Divider>
      {providers.map(({ id, name }) => (
        <Button key={id} size="large" block onClick={() => go.mutate(id)}>
          {t('app.signIn.provider', { name })}
        </Button>
      ))}
      <FaultLine fault={go.error} />
    </>
  )
}
