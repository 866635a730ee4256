import { useQuery } from '@tanstack/react-query'
import type { WeightRound } from '@vitalfew/contract/api/selection-rounds.ts'
import { FaultLine } from '../../access/fault-line.tsx'
import { api } from '../../app/api.ts'
import { Card } from '../../design/card.tsx'
import { useReader } from '../../design/reader.tsx'
import { accountTitle } from '../../metrics/account-title.ts'

const mostTold = 8

/** The list of the current run by the weights of each department alone, and the accounts that only one of them wants. */
export function DepartmentLists(props: { round: WeightRound }) {
  const { t, format } = useReader()
  const lists = useQuery({
    ...api.selection.rounds.lists.queryOptions({ input: { id: props.round.id } }),
    retry: false,
  })
  if (lists.data === undefined && !lists.isError) return null
  return (
    <Card title={t('studio.lists.title')} note={t('studio.lists.note')}>
      <FaultLine fault={lists.error} />
      {lists.data !== undefined && (
        <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('studio.lists.title')}>
          <table className="vf-table">
            <caption className="vf-unseen">{t('studio.lists.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('studio.rounds.department')}</th>
                <th scope="col" className="vf-number">
                  {t('studio.lists.accounts')}
                </th>
                <th scope="col" className="vf-number">
                  {t('studio.lists.shared', { accounts: format.count(lists.data.accounts) })}
                </th>
                <th scope="col">{t('studio.lists.alone')}</th>
              </tr>
            </thead>
            <tbody>
              {lists.data.departments.map(({ department, accounts, shared, alone }) => (
                <tr key={department}>
                  <th scope="row" className="vf-one-line">
                    {department}
                  </th>
                  <td className="vf-number">{format.count(accounts)}</td>
                  <td className="vf-number">{format.count(shared)}</td>
                  <td className="vf-told">
                    {alone.length === 0
                      ? t('studio.lists.nobody')
                      : alone.slice(0, mostTold).map(accountTitle).join(t('selection.list.comma'))}
                    {alone.length > mostTold && ` ${t('studio.lists.more', { count: alone.length - mostTold })}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  )
}
