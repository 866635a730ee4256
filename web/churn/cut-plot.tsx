import { useId, useMemo, useState } from 'react'
import { FiguresBehind } from '../charts/figures-behind.tsx'
import { IntervalBar } from '../charts/interval-bar.tsx'
import { useReader } from '../design/reader.tsx'
import { cutValueWords, dimensionWords } from './churn-words.ts'
import { prepareCut, type Cut, type CutLines } from './prepare-cut.ts'

/** The churn rate of each value of a cut as a dot on its interval, beside the rate of all. */
export function CutPlot(props: { cuts: readonly Cut[] }) {
  const { t, format } = useReader()
  const chooser = useId()
  const [dimension, setDimension] = useState(props.cuts[0]?.dimension ?? '')
  const cut = props.cuts.find((entry) => entry.dimension === dimension) ?? props.cuts[0]
  const plot = useMemo(() => (cut === undefined ? null : prepareCut(cut)), [cut])
  if (cut === undefined || plot === null) return null
  return (
    <>
      <div className="vf-chart-head">
        <span className="vf-filters">
          <label htmlFor={chooser} className="vf-unseen">
            {t('report.churn.cut.choose')}
          </label>
          <select id={chooser} value={cut.dimension} onChange={(event) => setDimension(event.target.value)}>
            {props.cuts.map((entry) => (
              <option key={entry.dimension} value={entry.dimension}>
                {dimensionWords(entry.dimension, t)}
              </option>
            ))}
          </select>
        </span>
        <span className="vf-note">{t('report.churn.cut.overall', { rate: format.percent(plot.overall) })}</span>
      </div>
      <CutTable cut={cut} plot={plot} />
      {plot.leftOut > 0 && (
        <p className="vf-note">
          {t('report.churn.cut.leftOut', { count: plot.leftOut, values: format.count(plot.leftOut) })}
        </p>
      )}
      <CutFigures cut={cut} />
    </>
  )
}

/** The dots, with what they are counted from. */
function CutTable(props: { cut: Cut; plot: CutLines }) {
  const { t, format } = useReader()
  const { cut, plot } = props
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('report.churn.cut.title')}>
      <table className="vf-table vf-cut">
        <caption className="vf-unseen">{t('report.churn.cut.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{dimensionWords(cut.dimension, t)}</th>
            <th scope="col" className="vf-number vf-cut-left">
              {t('report.churn.left')}
            </th>
            <th scope="col" className="vf-cut-plot">
              {t('report.churn.interval')}
            </th>
            <th scope="col" className="vf-number">
              {t('report.churn.rate')}
            </th>
          </tr>
        </thead>
        <tbody>
          {plot.lines.map(({ value, rate }) => (
            <tr key={value}>
              <th scope="row">{cutValueWords({ dimension: cut.dimension, value }, t)}</th>
              <td className="vf-number vf-cut-left">
                {t('report.churn.leftOf', { left: format.count(rate.left), accounts: format.count(rate.accounts) })}
              </td>
              <td>
                <IntervalBar
                  interval={{ value: rate.rate, lower: rate.lower, upper: rate.upper }}
                  scale={plot.scale}
                  tone="warn"
                  reference={plot.overall}
                />
              </td>
              <td className="vf-number">{format.percent(rate.rate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CutFigures(props: { cut: Cut }) {
  const { t, format } = useReader()
  const { cut } = props
  return (
    <FiguresBehind
      label={t('report.chart.figures')}
      headers={[
        dimensionWords(cut.dimension, t),
        t('report.churn.rate'),
        t('report.churn.interval'),
        t('report.churn.left'),
        t('report.churn.accounts'),
        `${t('report.churn.revenueLost')} (${format.unit})`,
      ]}
      rows={cut.values.map(({ value, rate }) => [
        cutValueWords({ dimension: cut.dimension, value }, t),
        format.percent(rate.rate),
        `${format.percent(rate.lower)} – ${format.percent(rate.upper)}`,
        format.count(rate.left),
        format.count(rate.accounts),
        format.amount(rate.revenueLost),
      ])}
    />
  )
}
