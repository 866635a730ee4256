import type { RfmSegment, Run } from '@vitalfew/contract/run.ts'
import { useReader } from '../design/reader.tsx'
import { ShareCell } from '../design/share-cell.tsx'

/** The ten segments: how many accounts, how much money, and what they call for. */
export function SegmentTable(props: {
  segments: Run['rfm']['segments']
  onHighlight: (segment: RfmSegment | null) => void
  onChoose: (segment: RfmSegment) => void
}) {
  const { t, format } = useReader()
  const total = props.segments.reduce((sum, segment) => sum + Math.max(0, segment.netRevenue), 0)
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('report.rfm.segments')}>
      <table className="vf-table vf-segments" onMouseLeave={() => props.onHighlight(null)}>
        <caption className="vf-unseen">{t('report.rfm.segments')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('report.rfm.segment')}</th>
            <th scope="col" className="vf-number">
              {t('report.rfm.byAccounts')}
            </th>
            <th scope="col" className="vf-number">
              {t('analysis.measure.netRevenue')} <small>{format.unit}</small>
            </th>
            <th scope="col" className="vf-wide">
              {t('report.rfm.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.segments.map(({ name, accounts, netRevenue }) => (
            <tr key={name} onMouseEnter={() => props.onHighlight(name)}>
              <th scope="row">
                <button
                  type="button"
                  className="vf-link"
                  disabled={accounts === 0}
                  onFocus={() => props.onHighlight(name)}
                  onBlur={() => props.onHighlight(null)}
                  onClick={() => props.onChoose(name)}
                >
                  {t(`analysis.segment.${name}`)}
                </button>
                <small className="vf-advice">{t(`report.advice.segment.${name}`)}</small>
              </th>
              <td className="vf-number">{format.count(accounts)}</td>
              <td className="vf-number">{format.amount(netRevenue)}</td>
              <ShareCell share={total > 0 ? netRevenue / total : 0} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
