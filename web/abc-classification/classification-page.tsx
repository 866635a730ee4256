import { getRouteApi } from '@tanstack/react-router'
import { lazy } from 'react'
import { PageHead } from '../app/page-head.tsx'
import { PartTabs } from '../app/part-tabs.tsx'
import { WithReport, type ReportInApp } from '../app/with-report.tsx'
import { useReader } from '../design/reader.tsx'
import { prepareStages } from '../lifecycle/prepare-stages.ts'
import { StageTable } from '../lifecycle/stage-table.tsx'
import { Card } from '../design/card.tsx'
import { AbcPart } from './abc-part.tsx'
import { AbcXyzMatrix } from './abc-xyz-matrix.tsx'
import { ConcentrationFacts } from './concentration-facts.tsx'
import { LargestAccount } from './largest-account.tsx'
import { useOpenList } from './use-open-list.ts'

const RfmSection = lazy(async () => ({ default: (await import('../report/rfm-section.tsx')).RfmSection }))

const route = getRouteApi('/shell/classification')

const parts = ['abc', 'xyz', 'rfm', 'lifecycle'] as const

/** Customers by weight, by steadiness, by behaviour and by where they stand in their life. */
export function ClassificationPage() {
  const { t } = useReader()
  const { part } = route.useSearch()
  const navigate = route.useNavigate()
  const shown = parts.find((name) => name === part) ?? 'abc'
  return (
    <>
      <PageHead title={t('app.page.classification')} lead={t('app.classification.lead')} />
      <WithReport>
        {(report) => (
          <PartTabs
            label={t('app.part')}
            names={parts}
            value={shown}
            titleOf={(name) => t(`app.classification.part.${name}`)}
            onChange={(chosen) => void navigate({ search: { part: chosen }, replace: true })}
          >
            <Part name={shown} report={report} />
          </PartTabs>
        )}
      </WithReport>
    </>
  )
}

function Part(props: { name: (typeof parts)[number]; report: ReportInApp }) {
  const { t } = useReader()
  const open = useOpenList()
  const { run } = props.report
  switch (props.name) {
    case 'abc':
      return <AbcPart report={props.report} />
    case 'xyz':
      return (
        <div className="vf-stack">
          <Card title={t('report.matrix.title')} note={t('report.matrix.note')}>
            <AbcXyzMatrix
              abc={run.abc}
              onChoose={({ abc, xyz }) => open({ abcClass: abc, xyzClass: xyz === 'none' ? null : xyz })}
            />
          </Card>
          <div className="vf-pair">
            <Card>
              <ConcentrationFacts abc={run.abc} />
            </Card>
            <Card className="vf-card-warn">
              <LargestAccount concentration={run.concentration} />
            </Card>
          </div>
        </div>
      )
    case 'rfm':
      return (
        <div className="vf-one-section">
          <RfmSection rfm={run.rfm} onChoose={(segment) => open({ rfmSegment: segment })} />
        </div>
      )
    case 'lifecycle':
      return (
        <Card>
          <StageTable
            lines={prepareStages(run.lifecycle.stages).lines}
            onChoose={(stage) => open({ lifecycleStage: stage })}
          />
        </Card>
      )
  }
}
