import type { ImportPlan } from '@vitalfew/contract/api/imports.ts'
import { useReader } from '../design/reader.tsx'
import { fieldName } from './field-name.ts'

/** What would become of the rows that were looked at. */
export function OutcomeFigures(props: { plan: ImportPlan }) {
  const { t, format } = useReader()
  const { plan } = props
  const customers = t('app.import.customers', {
    count: plan.totals.customers,
    customers: format.count(plan.totals.customers),
  })
  const figures = [
    {
      name: t('app.import.accepted'),
      value: format.count(plan.accepted),
      note: t('app.import.rowsOf', { rows: format.count(plan.looked.rows) }),
    },
    { name: t('app.import.rejected'), value: format.count(plan.rejected), note: t('app.import.rejectedNote') },
    { name: t('app.import.setAside'), value: format.count(plan.setAside), note: t('app.import.setAsideNote') },
    plan.kind === 'sales'
      ? { name: t('analysis.measure.netRevenue'), value: format.money(plan.totals.netRevenue), note: customers }
      : { name: t('imports.kind.accounts'), value: format.count(plan.totals.customers), note: '' },
  ]
  return (
    <>
      <dl className="vf-headline vf-overview-headline">
        {figures.map(({ name, value, note }) => (
          <div className="vf-figure" key={name}>
            <dt>{name}</dt>
            <dd>
              <strong>{value}</strong>
              <span>{note}</span>
            </dd>
          </div>
        ))}
      </dl>
      {plan.unread.length > 0 && (
        <ul className="vf-plain vf-note">
          {plan.unread.map(({ field, cells, firstRow, value }) => (
            <li key={field}>
              {t('imports.report.unread', {
                field: fieldName(field, t),
                cells: format.count(cells),
                row: format.count(firstRow),
                value,
              })}
            </li>
          ))}
        </ul>
      )}
      {!plan.looked.isWholeFile && plan.missing.length === 0 && (
        <p className="vf-note">{t('app.import.partly', { rows: format.count(plan.looked.rows) })}</p>
      )}
    </>
  )
}
