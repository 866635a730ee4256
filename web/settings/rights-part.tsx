import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { GuardedField, Role } from '@vitalfew/contract/api/roles.ts'
import { Checkbox } from 'antd'
import { FaultLine } from '../access/fault-line.tsx'
import { api, client } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { roleNames } from './role-names.ts'
import { WideTable } from '../design/wide-table.tsx'

const guarded = ['profit', 'phone'] as const satisfies readonly GuardedField[]

type Hidden = Record<Role, GuardedField[]>

/** What is kept from which role: it is then in no page, no search, no total and no export. */
export function RightsPart() {
  const { t } = useReader()
  const queries = useQueryClient()
  const rights = useQuery(api.access.fieldRights.get.queryOptions())
  const save = useMutation({
    mutationFn: (hidden: Hidden) => client.access.fieldRights.update({ hidden }),
    onSuccess: (kept) => queries.setQueryData(api.access.fieldRights.get.queryKey(), kept),
  })
  if (rights.isError) return <FaultNotice fault={rights.error} onRetry={() => void rights.refetch()} />
  const hidden = rights.data?.hidden
  return (
    <Card note={t('app.rights.note')}>
      <FaultLine fault={save.error} />
      <WideTable<{ role: Role }>
        size="middle"
        rowKey="role"
        loading={rights.isFetching || save.isPending}
        dataSource={roleNames.map((role) => ({ role }))}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          {
            key: 'role',
            title: t('app.users.role'),
            rowScope: 'row',
            render: (_, { role }) => (
              <>
                {t(`app.role.${role}`)}
                <small className="vf-advice">{t(`app.roleNote.${role}`)}</small>
              </>
            ),
          },
          ...guarded.map((field) => ({
            key: field,
            title: t(`app.rights.field.${field}`),
            render: (_: unknown, { role }: { role: Role }) => (
              <Checkbox
                disabled={hidden === undefined || role === 'administrator'}
                checked={!(hidden?.[role] ?? []).includes(field)}
                aria-label={t('app.rights.sees', {
                  role: t(`app.role.${role}`),
                  field: t(`app.rights.field.${field}`),
                })}
                onChange={({ target }) =>
                  hidden && save.mutate(changed(hidden, { role, field, isSeen: target.checked }))
                }
              />
            ),
          })),
        ]}
      />
    </Card>
  )
}

function changed(hidden: Hidden, turn: { role: Role; field: GuardedField; isSeen: boolean }): Hidden {
  const others = hidden[turn.role].filter((field) => field !== turn.field)
  return { ...hidden, [turn.role]: turn.isSeen ? others : [...others, turn.field] }
}
