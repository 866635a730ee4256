import type { PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import { Card } from '../design/card.tsx'
import { missingMark } from '../design/formats.ts'
import { useReader } from '../design/reader.tsx'
import { ShareCell } from '../design/share-cell.tsx'

/** From the first purchase to the second and on: how many come so far, and how long it takes. */
export function RepeatCard(props: { funnel: PurchaseFunnel }) {
  const { t, format } = useReader()
  const { steps, cases, windowDays } = props.funnel
  const title = t('behaviour.report.funnel.title')
  const columns = ['reached', 'conversion', 'limits', 'days'] as const
  return (
    <Card title={title} note={windowDays === null ? t('behaviour.report.funnel.note') : undefined}>
      <div className="vf-scroll" tabIndex={0} role="region" aria-label={title}>
        <table className="vf-table">
          <caption className="vf-unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('behaviour.column.stage')}</th>
              <th scope="col" className="vf-wide">
                {t('behaviour.column.share')}
              </th>
              {columns.map((name) => (
                <th scope="col" key={name} className="vf-number">
                  {t(`behaviour.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map((step, i) => (
              <tr key={step.stage}>
                <th scope="row">{step.stage}</th>
                <ShareCell share={cases === 0 ? 0 : step.reached / cases} />
                <td className="vf-number">{format.count(step.reached)}</td>
                <td className="vf-number">{i === 0 ? missingMark : format.percent(step.rate)}</td>
                <td className="vf-number">
                  {i === 0 ? missingMark : `${format.percent(step.lower, 0)} – ${format.percent(step.upper, 0)}`}
                </td>
                <td className="vf-number">{format.decimal(step.medianDays, 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
