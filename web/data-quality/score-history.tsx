import type { QualityReport } from '@vitalfew/contract/quality.ts'
import { FiguresBehind } from '../charts/figures-behind.tsx'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { prepareScoreHistory } from './prepare-score-history.ts'

const box = { width: 720, height: 150 }

/** How the score went, run by run and change by change. */
export function ScoreHistory(props: { history: QualityReport['history'] }) {
  const { t, format } = useReader()
  const prepared = prepareScoreHistory(props.history, box)
  if (prepared === null) return null
  const told = prepared.points.map(({ at, score }) => `${format.instant(at)} ${format.percent(score)}`)
  return (
    <Card title={t('quality.page.history')} note={t('quality.page.historyOf')}>
      <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('quality.page.history')}>
        <svg
          className="vf-score-history"
          viewBox={`0 0 ${box.width} ${box.height}`}
          role="img"
          aria-label={`${t('quality.page.history')}: ${told.slice(-5).join(', ')}`}
        >
          {prepared.rules.map(({ score, y }) => (
            <g key={score}>
              <path className="vf-score-rule" d={`M52,${y}H${box.width - 14}`} />
              <text className="vf-score-mark" x={46} y={y + 4} textAnchor="end">
                {format.percent(score)}
              </text>
            </g>
          ))}
          <path className="vf-score-line" d={prepared.line} />
          {prepared.points.map(({ x, y, isRun }, index) => (
            <circle key={index} className={isRun ? 'vf-score-run' : 'vf-score-change'} cx={x} cy={y} r={isRun ? 4 : 3}>
              <title>{told[index]}</title>
            </circle>
          ))}
        </svg>
      </div>
      <FiguresBehind
        label={t('quality.page.historyOf')}
        headers={[t('quality.page.when'), t('quality.page.event'), t('quality.page.score')]}
        rows={prepared.points
          .toReversed()
          .map(({ at, score, isRun }) => [
            format.instant(at),
            t(isRun ? 'quality.page.ofRun' : 'quality.page.ofCheck'),
            format.percent(Math.floor(score * 10_000) / 10_000, 2),
          ])}
      />
    </Card>
  )
}
