import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Steps } from 'antd'
import { useState } from 'react'
import { client } from '../app/api.ts'
import { usePreferences } from '../app/preferences.tsx'
import { useReader } from '../design/reader.tsx'
import { EntryFrame, entryPage } from './entry-frame.tsx'
import { FaultLine } from './fault-line.tsx'
import { FirstData } from './first-data.tsx'
import { NewPasswordItem } from './new-password-item.tsx'
import { useFragment } from './use-fragment.ts'

export const SetupPage = entryPage(Setup)

/** The first start: who administers, then what there is to look at. */
function Setup() {
  const { t } = useReader()
  const [step, setStep] = useState(0)
  return (
    <EntryFrame title={t('app.setup.title')} lead={t(step === 0 ? 'app.setup.lead' : 'app.setup.leadData')}>
      <Steps
        className="vf-entry-steps"
        current={step}
        size="small"
        responsive={false}
        items={[{ title: t('app.setup.stepAdministrator') }, { title: t('app.setup.stepData') }]}
      />
      {step === 0 ? <AdministratorForm onDone={() => setStep(1)} /> : <FirstData />}
    </EntryFrame>
  )
}

interface Administrator {
  token: string
  name: string
  email: string
  password: string
  companyName?: string
}

function AdministratorForm(props: { onDone: () => void }) {
  const { t } = useReader()
  const { locale } = usePreferences()
  const token = useFragment() || undefined
  const make = useMutation({
    mutationFn: (values: Administrator) => client.system.setup({ ...values, token: values.token.trim(), locale }),
    onSuccess: props.onDone,
  })
  const needed = [{ required: true, message: t('app.field.needed') }]
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={{ token }}
      onFinish={(values: Administrator) => make.mutate(values)}
    >
      <FaultLine fault={make.error} />
      <Form.Item name="token" label={t('app.setup.token')} extra={t('app.setup.tokenHint')} rules={needed}>
        <Input size="large" autoComplete="off" spellCheck={false} autoFocus={token === undefined} />
      </Form.Item>
      <Form.Item name="name" label={t('app.field.yourName')} rules={needed}>
        <Input size="large" autoComplete="name" autoFocus={token !== undefined} />
      </Form.Item>
      <Form.Item
        name="email"
        label={t('app.field.email')}
        rules={[...needed, { type: 'email', message: t('app.field.notEmail') }]}
      >
        <Input size="large" type="email" autoComplete="username" />
      </Form.Item>
      <NewPasswordItem />
      <Form.Item name="companyName" label={t('app.setup.company')} extra={t('app.setup.companyHint')}>
        <Input size="large" autoComplete="organization" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={make.isPending}>
        {t('app.setup.submit')}
      </Button>
    </Form>
  )
}
