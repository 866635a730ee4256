import { Form, Input } from 'antd'
import { useReader } from '../design/reader.tsx'

/** Shortest password the server takes; length is what makes one strong. */
const shortest = 10

export function NewPasswordItem(props: { label?: string }) {
  const { t } = useReader()
  return (
    <Form.Item
      name="password"
      label={props.label ?? t('app.field.newPassword')}
      extra={t('app.field.newPasswordHint', { count: shortest })}
      rules={[
        { required: true, message: t('app.field.needed') },
        { min: shortest, message: t('app.field.tooShort', { count: shortest }) },
      ]}
    >
      <Input.Password autoComplete="new-password" size="large" />
    </Form.Item>
  )
}
