import type { ImportPlan } from '@vitalfew/contract/api/imports.ts'
import { useReader } from '../design/reader.tsx'

/** What would become of the rows that were looked at. */
export function OutcomeFigures(props: { plan: ImportPlan }) {
  const { t, format } = useReader()
  const { plan } = props
  const figures = [
    {
      name: t('app.import.accepted'),
      value: format.count(plan.accepted),
      note: t('app.import.rowsOf', { rows: format.count(plan.looked.rows) }),
    },
    { name: t('app.import.rejected'), value: format.count(plan.rejected), note: t('app.import.rejectedNote') },
    { name: t('app.import.setAside'), value: format.count(plan.setAside), note: t('app.import.setAsideNote') },
    {
      name: t('analysis.measure.netRevenue'),
      value: format.money(plan.totals.netRevenue),
      note: t('app.import.customers', { count: plan.totals.customers, customers: format.count(plan.totals.customers) }),
    },
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
      {!plan.looked.isWholeFile && (
        <p className="vf-note">{t('app.import.partly', { rows: format.count(plan.looked.rows) })}</p>
      )}
    </>
  )
}
