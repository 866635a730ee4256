import { placeInterval, type Span } from '../charts/place-interval.ts'
import { useReader } from '../design/reader.tsx'
import type { Waterfall as Prepared, WaterfallStep } from './prepare-waterfall.ts'
import { useTitles } from './tier-titles.tsx'

/** From the mean of all accounts, criterion by criterion, to the score of one: every bar begins where the last one ended. */
export function Waterfall(props: { waterfall: Prepared; name: string; hasWords: boolean }) {
  const { t, format } = useReader()
  const { mean, score, steps, scale } = props.waterfall
  const label = t('report.selection.waterfall.label', { name: props.name })
  return (
    <table className="vf-table vf-waterfall">
      <caption className="vf-unseen">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{t('report.selection.criteria.criterion')}</th>
          <th scope="col" className="vf-waterfall-track">
            <span className="vf-unseen">{t('report.selection.waterfall.bar')}</span>
          </th>
          <th scope="col" className="vf-number">
            {t('report.selection.waterfall.points')}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr className="vf-waterfall-end">
          <th scope="row">{t('report.selection.waterfall.mean')}</th>
          <td>
            <Bar from={scale.from} to={mean} scale={scale} tone="quiet" />
          </td>
          <td className="vf-number">{format.decimal(mean, 2)}</td>
        </tr>
        {steps.map((step) => (
          <Step key={step.criterion} step={step} scale={scale} hasWords={props.hasWords} />
        ))}
      </tbody>
      <tfoot>
        <tr className="vf-waterfall-end">
          <th scope="row">{t('report.selection.waterfall.score')}</th>
          <td>
            <Bar from={scale.from} to={score} scale={scale} tone="accent" />
          </td>
          <td className="vf-number">
            <b>{format.decimal(score, 2)}</b>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

function Step(props: { step: WaterfallStep; scale: Span; hasWords: boolean }) {
  const { t, format } = useReader()
  const titles = useTitles()
  const { step, scale, hasWords } = props
  const isLoss = step.points < 0
  return (
    <tr>
      <th scope="row">
        {titles.criterion(step.criterion)}
        <small className="vf-advice">
          {step.value === null
            ? t('report.selection.waterfall.unknown')
            : hasWords
              ? step.text
              : t('report.selection.waterfall.standing', { value: format.decimal(step.normalized * 100, 1) })}
        </small>
      </th>
      <td>
        <Bar from={step.from} to={step.to} scale={scale} tone={isLoss ? 'warn' : 'accent'} />
      </td>
      <td className={isLoss ? 'vf-number vf-down' : 'vf-number'}>
        {step.points > 0 ? '+' : ''}
        {format.decimal(step.points, 2)}
      </td>
    </tr>
  )
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
