import type { Segmentation } from '@vitalfew/contract/segmentation.ts'
import { useReader } from '../design/reader.tsx'
import { SegmentDot } from './segment-dot.tsx'

/** Rules by which a person sorts an account into its group. */
export function RuleTable(props: { rules: Segmentation['rules'] }) {
  const { t, format } = useReader()
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('segmentation.section.rules.title')}>
      <table className="vf-table">
        <caption className="vf-unseen">{t('segmentation.section.rules.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('segmentation.section.group')}</th>
            <th scope="col">{t('segmentation.section.rules.where')}</th>
            <th scope="col" className="vf-number">
              {t('segmentation.section.rules.accounts')}
            </th>
            <th scope="col" className="vf-number">
              {t('segmentation.section.rules.purity')}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rules.items.map((rule, i) => (
            <tr key={i}>
              <th scope="row">
                <SegmentDot id={rule.cluster} /> {rule.cluster}
              </th>
              <td className="vf-rule">{rule.text}</td>
              <td className="vf-number">{format.count(rule.accounts)}</td>
              <td className="vf-number">{format.percent(rule.purity, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
