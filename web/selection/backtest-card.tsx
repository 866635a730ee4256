import { useMemo } from 'react'
import type { Locale } from '@vitalfew/contract/locale.ts'
import type { Backtest } from '@vitalfew/contract/selection-backtest.ts'
import { IntervalBar } from '../charts/interval-bar.tsx'
import type { Span } from '../charts/place-interval.ts'
import { Card } from '../design/card.tsx'
import { missingMark } from '../design/formats.ts'
import { useReader } from '../design/reader.tsx'
import { backtestNotes, backtestWords } from './backtest-words.ts'
import { prepareRankings, type RankingCell } from './prepare-rankings.ts'

/** Whether the model would have chosen well: what its list brought at past days, beside what it has to beat. */
export function BacktestCard(props: { backtest: Backtest; written: Locale }) {
  const reader = useReader()
  const { t, format } = reader
  const { backtest, written } = props
  const { lines, scale } = useMemo(() => prepareRankings(backtest), [backtest])
  const title = t('report.selection.backtest.title')
  return (
    <Card title={title} note={backtestWords(backtest, { reader, written })}>
      <div className="vf-scroll" tabIndex={0} role="region" aria-label={title}>
        <table className="vf-table vf-rankings">
          <caption className="vf-unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('report.selection.backtest.ranking')}</th>
              {backtest.origins.map(({ asOf, until, top, accounts }) => (
                <th scope="col" key={asOf}>
                  {t('report.selection.backtest.chosen', { asOf: format.day(asOf) })}
                  <small>
                    {t('report.selection.backtest.judged', {
                      until: format.day(until),
                      top: format.count(top),
                      accounts: format.count(accounts),
                    })}
                  </small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.ranking} className={line.ranking === 'champion' ? 'vf-row-chosen' : undefined}>
                <th scope="row">{t(`selection.ranking.${line.ranking}`)}</th>
                {line.cells.map((cell, index) => (
                  <td key={backtest.origins[index]?.asOf}>
                    {cell === null ? missingMark : <Capture cell={cell} scale={scale} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="vf-note">
        {[t('report.selection.backtest.reading'), ...backtestNotes(backtest, { reader, written })].join(' ')}
      </p>
    </Card>
  )
}

function Capture(props: { cell: RankingCell; scale: Span }) {
  const { t, format } = useReader()
  const { ranking, share, lower, upper, verdict } = props.cell
  return (
    <span className="vf-capture">
      <IntervalBar interval={{ value: share, lower, upper }} scale={props.scale} />
      <b>{format.percent(share)}</b>
      <small>
        {lower < upper && `${format.percent(lower)} – ${format.percent(upper)}`}
        {verdict !== null && ranking !== 'champion' && (
          <em className={`vf-duel-${verdict}`}>{t(`report.selection.backtest.verdict.${verdict}`)}</em>
        )}
      </small>
    </span>
  )
}
