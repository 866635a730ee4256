import type { ImportReport } from '@vitalfew/contract/import-log.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'

interface Parts {
  report: ImportReport
  isSales: boolean
}

/** What would be new, changed, the same or gone, and how the totals would move. */
export function OutlookFigures(props: Parts) {
  const { t, format } = useReader()
  const { report } = props
  const others = [
    [t('app.import.rejected'), sumOf(report, ({ rejected }) => rejected)],
    [t('app.import.unknownCustomers'), sumOf(report, ({ comparison }) => comparison.unknownCustomers)],
    [t('app.import.converted'), sumOf(report, ({ converted }) => converted)],
    [t('app.import.withoutRate'), sumOf(report, ({ withoutRate }) => withoutRate)],
    [t('app.import.profitFromProducts'), sumOf(report, ({ profitFromProducts }) => profitFromProducts)],
  ] as const
  return (
    <Card title={t('app.import.outlook')} note={t('app.import.outlookNote')}>
      <RowMoves report={report} />
      <Totals {...props} />
      <ul className="vf-plain">
        {others
          .filter(([, rows]) => rows > 0)
          .map(([name, rows]) => (
            <li key={name}>{t('app.import.outlookLine', { name, rows: format.count(rows) })}</li>
          ))}
      </ul>
    </Card>
  )
}

function sumOf({ files }: ImportReport, of: (file: ImportReport['files'][number]) => number): number {
  return files.reduce((total, file) => total + of(file), 0)
}

function RowMoves({ report }: Pick<Parts, 'report'>) {
  const { t, format } = useReader()
  return (
    <dl className="vf-headline vf-overview-headline">
      {(['added', 'changed', 'same', 'gone'] as const).map((name) => (
        <div className="vf-figure" key={name}>
          <dt>{t(`app.import.rowMoves.${name}`)}</dt>
          <dd>
            <strong>{format.count(sumOf(report, ({ comparison }) => comparison[name]))}</strong>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Totals({ report: { before, after }, isSales }: Parts) {
  const { t, format } = useReader()
  const money = (['netRevenue', 'grossProfit'] as const).map((name) => ({
    name: t(`analysis.measure.${name}`),
    from: format.money(before[name]),
    to: format.money(after[name]),
  }))
  const rows = { name: t('app.import.totalRows'), from: format.count(before.rows), to: format.count(after.rows) }
  return (
    <table className="vf-table vf-outlook">
      <thead>
        <tr>
          <th scope="col">{t('app.import.total')}</th>
          <th scope="col" className="vf-number">
            {t('app.import.before')}
          </th>
          <th scope="col" className="vf-number">
            {t('app.import.after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {[rows, ...(isSales ? money : [])].map(({ name, from, to }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="vf-number">{from}</td>
            <td className="vf-number">{to}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
