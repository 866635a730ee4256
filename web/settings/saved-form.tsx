import { useMutation } from '@tanstack/react-query'
import { App, Button, Form, type FormProps } from 'antd'
import { type ReactNode, useId } from 'react'
import { FaultLine } from '../access/fault-line.tsx'
import { useReader } from '../design/reader.tsx'

/** A form that is sent as a whole and says so when it was taken. */
export function SavedForm<Values extends object>(props: {
  initial?: NonNullable<FormProps<Values>['initialValues']>
  submit: string
  onSave: (values: Values) => Promise<unknown>
  children: ReactNode
  /** Emptied after it was taken: for passwords and the like. */
  isOnce?: boolean
}) {
  const { t } = useReader()
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  // Several of these stand on a page, with fields of the same name: each label leads to its own.
  const name = useId()
  const save = useMutation({
    mutationFn: props.onSave,
    onSuccess: () => {
      message.success(t('app.settings.saved'))
      if (props.isOnce === true) form.resetFields()
    },
  })
  return (
    <Form<Values>
      form={form}
      name={name}
      layout="vertical"
      requiredMark={false}
      className="vf-settings-form"
      {...(props.initial === undefined ? {} : { initialValues: props.initial })}
      onFinish={(values) => save.mutate(values)}
    >
      <FaultLine fault={save.error} />
      {props.children}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {props.submit}
      </Button>
    </Form>
  )
}
