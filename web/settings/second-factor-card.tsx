import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, QRCode, Steps, Tag } from 'antd'
import { useState } from 'react'
import { FaultLine } from '../access/fault-line.tsx'
import { api, client } from '../app/api.ts'
import { useMe } from '../app/session.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { SavedForm } from './saved-form.tsx'

/** A second factor: shown as a picture to scan, proved once, and codes for when the telephone is lost. */
export function SecondFactorCard() {
  const { t } = useReader()
  const me = useMe()
  const queries = useQueryClient()
  const [begun, setBegun] = useState<{ address: string; backupCodes: readonly string[] } | null>(null)
  const renew = async () => {
    setBegun(null)
    await queries.invalidateQueries({ queryKey: api.access.session.current.key() })
  }
  return (
    <Card title={t('app.settings.secondFactor')} note={t('app.settings.secondFactorNote')}>
      {me.hasSecondFactor ? (
        <>
          <p>
            <Tag color="success">{t('app.settings.secondFactorOn')}</Tag>
          </p>
          <PasswordForm
            submit={t('app.settings.secondFactorOff')}
            onSave={async ({ password }) => {
              await client.access.me.removeSecondFactor({ password })
              await renew()
            }}
          />
        </>
      ) : begun === null ? (
        <PasswordForm
          submit={t('app.settings.secondFactorBegin')}
          onSave={async ({ password }) => setBegun(await client.access.me.beginSecondFactor({ password }))}
        />
      ) : (
        <Proof {...begun} onDone={renew} />
      )}
    </Card>
  )
}

/** For whoever has no camera at hand: the key in the address, in groups of four that can be typed. */
function secretIn(address: string): string {
  const secret = new URL(address).searchParams.get('secret') ?? ''
  return secret.match(/.{1,4}/g)?.join(' ') ?? ''
}

function PasswordForm(props: { submit: string; onSave: (values: { password: string }) => Promise<unknown> }) {
  const { t } = useReader()
  const { email } = useMe()
  return (
    <SavedForm<{ password: string }> isOnce submit={props.submit} onSave={props.onSave}>
      <input hidden readOnly type="text" autoComplete="username" value={email} />
      <Form.Item
        name="password"
        label={t('app.field.currentPassword')}
        rules={[{ required: true, message: t('app.field.needed') }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
    </SavedForm>
  )
}

function Proof(props: { address: string; backupCodes: readonly string[]; onDone: () => Promise<void> }) {
  const { t } = useReader()
  const [code, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: () => client.access.me.confirmSecondFactor({ code }),
    onSuccess: props.onDone,
  })
  return (
    <>
      <Steps
        orientation="vertical"
        size="small"
        current={2}
        items={[
          {
            title: t('app.settings.scan'),
            content: (
              <>
                <QRCode value={props.address} type="svg" />
                <p className="vf-note">
                  {t('app.settings.typeSecret')} <code>{secretIn(props.address)}</code>
                </p>
              </>
            ),
          },
          {
            title: t('app.settings.backupCodes'),
            content: <pre className="vf-codes">{props.backupCodes.join('\n')}</pre>,
          },
          {
            title: t('app.settings.prove'),
            content: (
              <Input
                value={code}
                inputMode="numeric"
                autoComplete="one-time-code"
                aria-label={t('app.secondFactor.totp')}
                onChange={(event) => setCode(event.target.value)}
              />
            ),
          },
        ]}
      />
      <FaultLine fault={confirm.error} />
      <Button
        type="primary"
        disabled={code.trim().length < 6}
        loading={confirm.isPending}
        onClick={() => confirm.mutate()}
      >
        {t('app.settings.secondFactorConfirm')}
      </Button>
    </>
  )
}
