import { useMemo } from 'react'
import type { Report } from '@vitalfew/contract/report.ts'
import type { Run } from '@vitalfew/contract/run.ts'
import { AbcTable } from '../abc-classification/abc-table.tsx'
import { AbcXyzMatrix } from '../abc-classification/abc-xyz-matrix.tsx'
import { ConcentrationFacts } from '../abc-classification/concentration-facts.tsx'
import { LargestAccount } from '../abc-classification/largest-account.tsx'
import { ParetoChart } from '../abc-classification/pareto-chart.tsx'
import { preparePareto } from '../abc-classification/prepare-pareto.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { Section } from '../design/section.tsx'
import type { AccountFilter } from './account-filter.ts'

export function ConcentrationSection(props: { report: Report }) {
  const { t, format } = useReader()
  const { abc, concentration } = props.report.run
  const { concentrationCurve } = props.report
  const pareto = useMemo(() => preparePareto(abc, concentrationCurve), [abc, concentrationCurve])
  const measureName = t(`report.measureInSentence.${abc.measure}`)
  const top = abc.topShares.at(-1)
  return (
    <Section
      id="concentration"
      title={t('report.section.concentration')}
      lead={
        top &&
        t('report.concentration.lead', {
          top: format.percent(top.top, 0),
          count: top.accounts,
          accounts: format.count(top.accounts),
          measure: measureName,
          share: format.percent(top.share),
        })
      }
    >
      <div className="vf-concentration">
        <Card title={t('report.pareto.title')}>
          <ParetoChart pareto={pareto} measureName={measureName} />
        </Card>
        <div className="vf-stack">
          <Card>
            <ConcentrationFacts abc={abc} />
          </Card>
          <Card className="vf-card-warn">
            <LargestAccount concentration={concentration} />
          </Card>
        </div>
      </div>
    </Section>
  )
}

export function AbcSection(props: { abc: Run['abc']; onChoose: (filter: Partial<AccountFilter>) => void }) {
  const { t, format } = useReader()
  const { abc } = props
  return (
    <Section
      id="abc"
      title={t('report.section.abc')}
      lead={t('report.abc.lead', {
        measure: t(`report.measureInSentence.${abc.measure}`),
        firstCut: format.percent(abc.cuts[0], 0),
        secondCut: format.percent(abc.cuts[1], 0),
      })}
    >
      <AbcTable abc={abc} />
      <Card
        title={t('report.matrix.title')}
        note={
          <>
            {t('report.matrix.note')}
            <span className="vf-hint vf-hint-after">{t('report.clickHint')}</span>
          </>
        }
      >
        <AbcXyzMatrix abc={abc} onChoose={(cell) => props.onChoose({ abc: cell.abc, xyz: cell.xyz })} />
      </Card>
    </Section>
  )
}
