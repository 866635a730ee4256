import type { Run } from '@vitalfew/contract/run.ts'
import { useReader } from '../design/reader.tsx'
import { ShareCell } from '../design/share-cell.tsx'
import { measureFormat } from './measure-format.ts'
import { prepareAbcTable } from './prepare-abc-table.ts'

export function AbcTable(props: { abc: Run['abc'] }) {
  const reader = useReader()
  const { t, format } = reader
  const { abc } = props
  const measure = measureFormat(abc.measure, reader)
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('report.abc.table')}>
      <table className="vf-table vf-abc">
        <thead>
          <tr>
            <th scope="col">{t('report.abc.class')}</th>
            <th scope="col" className="vf-number">
              {t('report.abc.accounts')}
            </th>
            <th scope="col" className="vf-wide">
              {t('report.abc.accountShare')}
            </th>
            <th scope="col" className="vf-number">
              {measure.name} <small>{measure.unit}</small>
            </th>
            <th scope="col" className="vf-wide">
              {t('report.abc.amountShare')}
            </th>
            <th scope="col" className="vf-number">
              {t('report.abc.average')} <small>{measure.unit}</small>
            </th>
          </tr>
        </thead>
        <tbody>
          {prepareAbcTable(abc).map((line) => (
            <tr key={line.abc}>
              <th scope="row">
                <span className={`vf-class vf-class-${line.abc}`}>{line.abc}</span>
              </th>
              <td className="vf-number">{format.count(line.accounts)}</td>
              <ShareCell share={line.accountShare} tone="quiet" />
              <td className="vf-number">{measure.write(line.amount)}</td>
              <ShareCell share={line.amountShare} />
              <td className="vf-number">{measure.write(line.averageAmount)}</td>
            </tr>
          ))}
          <tr className="vf-row-quiet">
            <th scope="row">{t('report.abc.unclassified')}</th>
            <td className="vf-number">{format.count(abc.unclassified.accounts)}</td>
            <td />
            <td className="vf-number">{measure.write(abc.unclassified.amount)}</td>
            <td />
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  )
}
