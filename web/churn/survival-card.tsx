import { useMemo, useState } from 'react'
import type { Churn } from '@vitalfew/contract/churn.ts'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { cutValueWords, dimensionWords } from './churn-words.ts'
import { prepareSurvival, survivalDimensions, type Survival } from './prepare-survival.ts'
import { SurvivalChart } from './survival-chart.tsx'
import { SurvivalMedians } from './survival-medians.tsx'

/** How long accounts stay: all of them, or told apart by a cut. */
export function SurvivalCard(props: { churn: Pick<Churn, 'survival' | 'logRank' | 'basis'> }) {
  const reader = useReader()
  const { t } = reader
  const { survival: curves, logRank, basis } = props.churn
  const dimensions = useMemo(() => survivalDimensions(curves), [curves])
  const [chosen, setChosen] = useState('')
  const dimension = dimensions.includes(chosen) ? chosen : (dimensions[0] ?? '')
  const survival = useMemo(
    () => prepareSurvival(curves.filter((curve) => curve.dimension === dimension)),
    [curves, dimension],
  )
  const nameOf = useMemo(
    () => (group: string) =>
      group === '' && dimension === ''
        ? t('report.churn.survival.everybody')
        : cutValueWords({ dimension, value: group }, t),
    [dimension, t],
  )
  const test = logRank.find((entry) => entry.dimension === dimension)
  return (
    <Card title={t(`report.churn.survival.title.${basis}`)} note={survivalNote(survival, { reader, test, basis })}>
      {dimensions.length > 1 && (
        <div className="vf-chart-head">
          <span className="vf-filters">
            <select
              aria-label={t('report.churn.survival.choose')}
              value={dimension}
              onChange={(event) => setChosen(event.target.value)}
            >
              {dimensions.map((name) => (
                <option key={name} value={name}>
                  {name === '' ? t('report.churn.survival.everybody') : dimensionWords(name, t)}
                </option>
              ))}
            </select>
          </span>
        </div>
      )}
      <SurvivalChart survival={survival} nameOf={nameOf} />
      <SurvivalMedians lines={survival.lines} nameOf={nameOf} />
    </Card>
  )
}

/** Of one curve: what share stayed a year. Of several: whether they differ by more than chance. */
function survivalNote(
  survival: Survival,
  context: { reader: Reader; test: Churn['logRank'][number] | undefined; basis: Churn['basis'] },
): string {
  const { t, format } = context.reader
  const [only] = survival.lines
  const left = survival.leftOut > 0 ? t('report.churn.survival.leftOut', { count: survival.leftOut }) : ''
  if (survival.lines.length > 1) {
    const { test } = context
    if (test === undefined) return left
    const differs = test.p < 0.05 ? 'differ' : 'alike'
    const p = test.p < 0.001 ? '< 0.001' : `= ${format.decimal(test.p, 3)}`
    return t(`report.churn.survival.${differs}`, { statistic: format.decimal(test.statistic), p }) + left
  }
  if (only === undefined || only.afterYear === null) return t('report.churn.survival.short')
  const late = context.basis === 'orders' ? t('report.churn.survival.late') : ''
  return t('report.churn.survival.lead', { share: format.percent(only.afterYear) }) + late
}
