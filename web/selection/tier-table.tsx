import type { Locale } from '@vitalfew/contract/locale.ts'
import type { Selection } from '@vitalfew/contract/selection.ts'
import { useReader } from '../design/reader.tsx'
import { ShareCell } from '../design/share-cell.tsx'
import { TierTag } from './tier-tag.tsx'
import { WrittenWords } from './written-words.tsx'

/** The tiers of the model: how many are in each, what they bring, and what it takes. */
export function TierTable(props: { tiers: Selection['tiers']; netRevenue: number; written: Locale }) {
  const { t, format } = useReader()
  const { tiers, netRevenue, written } = props
  const hasProfit = tiers.some(({ grossProfit }) => grossProfit !== null)
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('report.selection.tiers.title')}>
      <table className="vf-table vf-tiers">
        <caption className="vf-unseen">{t('report.selection.tiers.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('report.selection.tier')}</th>
            <th scope="col">{t('report.selection.tiers.rule')}</th>
            <th scope="col" className="vf-number">
              {t('report.selection.tiers.accounts')}
            </th>
            <th scope="col" className="vf-number">
              {t('analysis.measure.netRevenue')} <small>{format.unit}</small>
            </th>
            {hasProfit && (
              <th scope="col" className="vf-number">
                {t('analysis.measure.grossProfit')} <small>{format.unit}</small>
              </th>
            )}
            <th scope="col" className="vf-wide">
              {t('report.selection.tiers.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tiers.map((tier) => (
            <tr key={tier.id} className={tier.accounts === 0 ? 'vf-row-quiet' : undefined}>
              <th scope="row">
                <TierTag tier={tier.id} />
              </th>
              <td className="vf-rule">
                <WrittenWords written={written} words={tier.rule} />
                {tier.emptyBecause !== null && (
                  <small className="vf-advice">
                    <WrittenWords written={written} words={tier.emptyBecause} />
                  </small>
                )}
              </td>
              <td className="vf-number">{format.count(tier.accounts)}</td>
              <td className="vf-number">{format.amount(tier.netRevenue)}</td>
              {hasProfit && <td className="vf-number">{format.amount(tier.grossProfit)}</td>}
              <ShareCell share={netRevenue > 0 ? tier.netRevenue / netRevenue : 0} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
