import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { client } from '../app/api.ts'
import { useReader } from '../design/reader.tsx'
import { FaultLine } from './fault-line.tsx'

/** The six digits of an authenticator, or one of the codes kept for when it is lost. */
export function SecondFactorForm(props: { onDone: () => void; onBack: () => void }) {
  const { t } = useReader()
  const [kind, setKind] = useState<'totp' | 'backup'>('totp')
  const confirm = useMutation({
    mutationFn: ({ code }: { code: string }) => client.access.session.confirm({ code, kind }),
    onSuccess: props.onDone,
  })
  return (
    <Form
      key={kind}
      layout="vertical"
      requiredMark={false}
      onFinish={(values: { code: string }) => confirm.mutate(values)}
    >
      <FaultLine fault={confirm.error} />
      <Form.Item
        name="code"
        label={t(`app.secondFactor.${kind}`)}
        rules={[{ required: true, message: t('app.field.needed') }]}
      >
        <Input size="large" autoFocus autoComplete="one-time-code" inputMode={kind === 'totp' ? 'numeric' : 'text'} />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={confirm.isPending}>
        {t('app.secondFactor.submit')}
      </Button>
      <div className="vf-entry-links">
        <Button type="link" onClick={() => setKind(kind === 'totp' ? 'backup' : 'totp')}>
          {t(kind === 'totp' ? 'app.secondFactor.useBackup' : 'app.secondFactor.useTotp')}
        </Button>
        <Button type="link" onClick={props.onBack}>
          {t('app.secondFactor.back')}
        </Button>
      </div>
    </Form>
  )
}
