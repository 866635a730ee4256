import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RoundRater, WeightRound } from '@vitalfew/contract/api/selection-rounds.ts'
import { AutoComplete, Button, Form, Input, Select, type TableColumnsType } from 'antd'
import { FaultLine } from '../../access/fault-line.tsx'
import { api, client } from '../../app/api.ts'
import { Card } from '../../design/card.tsx'
import { useReader } from '../../design/reader.tsx'
import { WideTable } from '../../design/wide-table.tsx'
import { FileButtons } from './sheet-file.tsx'

interface Invitation {
  personId?: string
  name?: string
  department: string
}

/** Who judges in a round, how far they are; those who do not sign in send a workbook. */
export function RoundPeople(props: { round: WeightRound }) {
  const { t, format } = useReader()
  const queries = useQueryClient()
  const { round } = props
  const renew = () => queries.invalidateQueries({ queryKey: api.selection.rounds.key() })
  const remove = useMutation({
    mutationFn: (rater: string) => client.selection.rounds.uninvite({ id: round.id, rater }),
    onSuccess: renew,
  })
  const columns: TableColumnsType<RoundRater> = [
    { key: 'name', title: t('studio.rounds.rater'), rowScope: 'row', dataIndex: 'name' },
    { key: 'department', title: t('studio.rounds.department'), dataIndex: 'department' },
    {
      key: 'progress',
      title: t('studio.rounds.progress'),
      render: (_, { answered }) => `${format.count(answered)} / ${format.count(round.pairs)}`,
    },
    {
      key: 'submitted',
      title: t('studio.rounds.submitted'),
      render: (_, { submittedAt }) => (submittedAt === null ? '–' : format.instant(submittedAt)),
    },
    {
      key: 'file',
      title: t('studio.file.title'),
      render: (_, { id }) =>
        round.nodes.length === 1 && <FileButtons round={round} rater={id} onTaken={() => void renew()} />,
    },
    {
      key: 'acts',
      title: t('app.data.acts'),
      render: (_, { id, name }) => (
        <Button
          size="small"
          danger
          aria-label={t('studio.rounds.uninviteOf', { name })}
          onClick={() => remove.mutate(id)}
        >
          {t('studio.rounds.uninvite')}
        </Button>
      ),
    },
  ]
  return (
    <Card title={t('studio.rounds.people')} note={t('studio.rounds.peopleNote')}>
      <Invite round={round} onInvited={renew} />
      <FaultLine fault={remove.error} />
      <WideTable<RoundRater>
        size="middle"
        rowKey="id"
        dataSource={round.raters}
        columns={columns}
        locale={{ emptyText: t('studio.rounds.nobodyYet') }}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
      />
    </Card>
  )
}

function Invite(props: { round: WeightRound; onInvited: () => Promise<unknown> }) {
  const { t } = useReader()
  const [form] = Form.useForm<Invitation>()
  const people = useQuery(api.access.users.names.queryOptions()).data?.rows ?? []
  const departments = useQuery(api.access.departments.list.queryOptions()).data?.rows ?? []
  const invite = useInvite(props, () => form.resetFields())
  const taken = new Set(props.round.raters.map(({ personId }) => personId))
  const offered = people.filter(({ id, role }) => role !== 'viewer' && !taken.has(id))
  const departmentOf = (person: string | undefined) =>
    departments.find(
      ({ memberIds, leaderId }) => person !== undefined && (leaderId === person || memberIds.includes(person)),
    )
  return (
    <Form<Invitation>
      form={form}
      layout="inline"
      requiredMark={false}
      className="vf-bar-row vf-invite"
      onFinish={(values) => invite.mutate(values)}
      onValuesChange={({ personId }: Partial<Invitation>) => {
        const own = departmentOf(personId)
        if (own !== undefined) form.setFieldValue('department', own.name)
      }}
    >
      <Form.Item name="personId" label={t('studio.rounds.person')}>
        <Select
          allowClear
          className="vf-person-select"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('studio.rounds.personHint')}
          options={offered.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item shouldUpdate noStyle>
        {() =>
          form.getFieldValue('personId') === undefined && (
            <Form.Item name="name" label={t('studio.rounds.otherName')}>
              <Input maxLength={80} />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item
        name="department"
        label={t('studio.rounds.department')}
        rules={[{ required: true, whitespace: true, message: t('app.field.needed') }]}
      >
        <AutoComplete
          className="vf-person-select"
          options={departments.map(({ name }) => ({ value: name }))}
          maxLength={80}
        />
      </Form.Item>
      <Button htmlType="submit" loading={invite.isPending}>
        {t('studio.rounds.invite')}
      </Button>
      <FaultLine fault={invite.error} />
    </Form>
  )
}

function useInvite(props: { round: WeightRound; onInvited: () => Promise<unknown> }, reset: () => void) {
  return useMutation({
    mutationFn: ({ personId, name, department }: Invitation) =>
      client.selection.rounds.invite({
        id: props.round.id,
        personId: personId ?? null,
        department,
        ...(name === undefined || name.trim() === '' ? {} : { name }),
      }),
    onSuccess: async () => {
      reset()
      await props.onInvited()
    },
  })
}
