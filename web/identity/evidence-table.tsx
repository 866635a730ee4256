import type { ReviewItem } from '@vitalfew/contract/identity.ts'
import { placeInterval, type Span } from '../charts/place-interval.ts'
import { useReader } from '../design/reader.tsx'
import { prepareEvidence, type EvidenceStep } from './prepare-evidence.ts'

/** What speaks for and against a pair, as a waterfall from the chance of any two to the chance of these two. */
export function EvidenceTable(props: { item: ReviewItem }) {
  const { t, format } = useReader()
  const { item } = props
  const { prior, steps, total, scale } = prepareEvidence(item)
  return (
    <table className="vf-table vf-waterfall vf-evidence">
      <caption className="vf-unseen">
        {t('identity.page.evidence', { left: item.left.name, right: item.right.name })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('identity.page.field')}</th>
          <th scope="col" className="vf-waterfall-track">
            <span className="vf-unseen">{t('identity.page.bar')}</span>
          </th>
          <th scope="col" className="vf-number">
            {t('identity.page.bits')}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr className="vf-waterfall-end">
          <th scope="row">{t('identity.page.prior')}</th>
          <td>
            <Bar from={0} to={prior} scale={scale} tone="quiet" />
          </td>
          <td className="vf-number">{signed(prior, format.decimal)}</td>
        </tr>
        {steps.map((step) => (
          <Step key={step.field} step={step} scale={scale} />
        ))}
      </tbody>
      <tfoot>
        <tr className="vf-waterfall-end">
          <th scope="row">{t('identity.page.total')}</th>
          <td>
            <Bar from={0} to={total} scale={scale} tone={total < 0 ? 'warn' : 'accent'} />
          </td>
          <td className="vf-number">
            <b>{item.bits === null ? t('identity.page.veto') : signed(total, format.decimal)}</b>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

function Step(props: { step: EvidenceStep; scale: Span }) {
  const { t, format } = useReader()
  const { step, scale } = props
  const isAgainst = step.bits < 0
  return (
    <tr>
      <th scope="row">
        {t(`identity.field.${step.field}`, { defaultValue: step.field })}
        <small className="vf-advice">{t(`identity.level.${step.level}`, { defaultValue: step.level })}</small>
      </th>
      <td>
        <Bar from={step.from} to={step.to} scale={scale} tone={isAgainst ? 'warn' : 'accent'} />
      </td>
      <td className={isAgainst ? 'vf-number vf-down' : 'vf-number'}>{signed(step.bits, format.decimal)}</td>
    </tr>
  )
}

function signed(bits: number, decimal: (value: number, decimals: number) => string): string {
  return `${bits > 0 ? '+' : ''}${decimal(bits, 1)}`
}

function Bar(props: { from: number; to: number; scale: Span; tone: 'accent' | 'warn' | 'quiet' }) {
  const { from, to, scale } = props
  const place = placeInterval({ value: to, lower: Math.min(from, to), upper: Math.max(from, to) }, scale)
  return (
    <span className={`vf-fall vf-fall-${props.tone}`} aria-hidden="true">
      <span style={{ left: `${place.lower}%`, width: `${place.upper - place.lower}%` }} />
    </span>
  )
}
