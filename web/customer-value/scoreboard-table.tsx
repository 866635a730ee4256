import type { FittedModel } from '@vitalfew/contract/customer-value.ts'
import { useReader, type Reader } from '../design/reader.tsx'
import { Tag } from '../design/tag.tsx'
import { forecastTitle } from './model-name.ts'
import { scoreMeasures, type Scoreboard, type ScoreLine, type ScoreMeasure } from './prepare-scoreboard.ts'
import { fitRemark } from './value-words.ts'

/** Models and baselines side by side, judged on the same purchases; in each column the best is marked. */
export function ScoreboardTable(props: { scoreboard: Scoreboard }) {
  const { t } = useReader()
  const { scoreboard } = props
  const measures = scoreboard.isScored ? scoreMeasures : []
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('report.value.scoreboard.title')}>
      <table className="vf-table vf-scoreboard">
        <caption className="vf-unseen">{t('report.value.scoreboard.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('report.value.scoreboard.forecast')}</th>
            {scoreboard.isScored && (
              <th scope="col" className="vf-number">
                {t('report.value.scoreboard.expected')}
              </th>
            )}
            {measures.map((measure) => (
              <th scope="col" key={measure} className="vf-number">
                {t(`report.value.scoreboard.${measure}`)}
                <small>{t(`report.value.scoreboard.direction.${measure}`)}</small>
              </th>
            ))}
            <th scope="col">{t('report.value.scoreboard.fit')}</th>
          </tr>
        </thead>
        <tbody>
          {scoreboard.lines.map((line) => (
            <Line key={line.name} line={line} isScored={scoreboard.isScored} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line(props: { line: ScoreLine; isScored: boolean }) {
  const reader = useReader()
  const { t, format } = reader
  const { line, isScored } = props
  return (
    <tr className={line.isChosen ? 'vf-row-chosen' : undefined}>
      <th scope="row">
        {forecastTitle(line.name, t)}
        {line.isChosen && (
          <>
            {' '}
            <Tag tone="accent">{t('report.value.scoreboard.chosen')}</Tag>
          </>
        )}
        {!line.isBaseline && <small className="vf-advice">{t(`report.value.gloss.${line.name}`)}</small>}
      </th>
      {isScored && (
        <td className="vf-number">{format.count(line.expected === null ? null : Math.round(line.expected))}</td>
      )}
      {isScored &&
        scoreMeasures.map((measure) => (
          <td key={measure} className="vf-number">
            <Score words={scoreWords(line, { measure, reader })} isBest={line.best.has(measure)} />
          </td>
        ))}
      <td className="vf-verdict">
        {line.fit === null ? t('report.value.scoreboard.baseline') : <Fit fit={line.fit} />}
      </td>
    </tr>
  )
}

function Fit(props: { fit: FittedModel }) {
  const { t } = useReader()
  const remark = fitRemark(props.fit, t)
  return (
    <>
      {t(`report.value.verdict.${props.fit.verdict}`)}
      {remark !== null && <small className="vf-advice">{remark}</small>}
    </>
  )
}

function Score(props: { words: string; isBest: boolean }) {
  const { t } = useReader()
  if (!props.isBest) return props.words
  return (
    <b className="vf-best">
      {props.words}
      <span className="vf-unseen"> {t('report.value.scoreboard.best')}</span>
    </b>
  )
}

function scoreWords(line: ScoreLine, context: { measure: ScoreMeasure; reader: Reader }): string {
  const { format } = context.reader
  switch (context.measure) {
    case 'bias':
      return format.change(line.bias)
    case 'mae':
      return format.decimal(line.mae, 3)
    case 'spearman':
      return format.decimal(line.spearman, 2)
    case 'topDecileShare':
      return format.percent(line.topDecileShare)
  }
}
