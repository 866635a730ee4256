import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { FaultLine } from '../../access/fault-line.tsx'
import { api, client } from '../../app/api.ts'
import { useReader } from '../../design/reader.tsx'

interface NewRound {
  title: string
  model: string
  groups?: { title: string; criteria: string[] }[]
}

/** A round about the criteria of a version, put into groups where there are many. */
export function CreateRound(props: { onCreated: (id: string) => void; onClose: () => void }) {
  const { t, locale } = useReader()
  const queries = useQueryClient()
  const [form] = Form.useForm<NewRound>()
  const versions = useQuery(api.selection.models.list.queryOptions()).data
  const create = useMutation({
    mutationFn: ({ groups = [], ...round }: NewRound) =>
      client.selection.rounds.create({ ...round, raters: [], ...(groups.length > 0 ? { groups } : {}) }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: api.selection.rounds.key() })
      props.onCreated(id)
    },
  })
  if (versions === undefined) return null
  return (
    <Modal
      open
      title={t('studio.rounds.create')}
      okText={t('studio.rounds.begin')}
      confirmLoading={create.isPending}
      onOk={() => form.submit()}
      onCancel={props.onClose}
    >
      <FaultLine fault={create.error} />
      <Form<NewRound>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ model: versions.current ?? versions.rows[0]?.id }}
        onFinish={(values) => create.mutate(values)}
        onValuesChange={(changed: Partial<NewRound>) => {
          if (changed.model !== undefined) form.setFieldValue('groups', [])
        }}
      >
        <Form.Item
          name="title"
          label={t('studio.rounds.name')}
          rules={[{ required: true, whitespace: true, message: t('app.field.needed') }]}
        >
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="model" label={t('studio.bar.version')} extra={t('studio.rounds.modelHint')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={versions.rows.map(({ id, title }) => ({ value: id, label: `${title[locale]} · ${id}` }))}
          />
        </Form.Item>
        <Groups />
      </Form>
    </Modal>
  )
}

function Groups() {
  const { t, locale } = useReader()
  const form = Form.useFormInstance<NewRound>()
  const model = Form.useWatch('model', form)
  const groups = Form.useWatch('groups', form) ?? []
  const version = useQuery({
    ...api.selection.models.get.queryOptions({ input: { id: model ?? '' } }),
    enabled: model !== undefined,
  }).data
  const criteria = version?.document.criteria ?? []
  return (
    <Form.List name="groups">
      {(fields, { add, remove }) => (
        <Form.Item label={t('studio.rounds.groups')} extra={t('studio.rounds.groupsHint')}>
          {fields.map(({ key, name }) => (
            <div key={key} className="vf-condition-line">
              <Form.Item
                noStyle
                name={[name, 'title']}
                rules={[{ required: true, whitespace: true, message: t('app.field.needed') }]}
              >
                <Input
                  maxLength={80}
                  placeholder={t('studio.rounds.groupName')}
                  aria-label={t('studio.rounds.groupName')}
                />
              </Form.Item>
              <Form.Item noStyle name={[name, 'criteria']} rules={[{ required: true, message: t('app.field.needed') }]}>
                <Select
                  mode="multiple"
                  className="vf-grow"
                  aria-label={t('studio.criteria.title')}
                  placeholder={t('studio.criteria.title')}
                  options={freeCriteria(criteria, { groups, own: groups[name]?.criteria ?? [] }).map(
                    ({ id, title }) => ({
                      value: id,
                      label: title[locale],
                    }),
                  )}
                />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('studio.rounds.removeGroup')}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button size="small" icon={<PlusOutlined />} onClick={() => add({ criteria: [] })}>
            {t('studio.rounds.addGroup')}
          </Button>
        </Form.Item>
      )}
    </Form.List>
  )
}

/** Criteria that no other group has. */
function freeCriteria<Criterion extends { id: string }>(
  criteria: readonly Criterion[],
  { groups, own }: { groups: readonly ({ criteria?: string[] } | undefined)[]; own: readonly string[] },
): Criterion[] {
  return criteria.filter(({ id }) => own.includes(id) || !groups.some((group) => group?.criteria?.includes(id)))
}
