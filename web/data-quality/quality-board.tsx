import { useQuery } from '@tanstack/react-query'
import { Empty } from 'antd'
import { useState } from 'react'
import { api } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { LinkButton } from '../app/link-button.tsx'
import { PageWait } from '../app/page-wait.tsx'
import { useReader } from '../design/reader.tsx'
import { CheckTable } from './check-table.tsx'
import { ImportScores } from './import-scores.tsx'
import { QualityFigures } from './quality-figures.tsx'
import { ScoreHistory } from './score-history.tsx'
import { type AskedStep, StepDialog } from './step-dialog.tsx'
import { StepList } from './step-list.tsx'

/** How far the data can be trusted, what is in doubt, and what was done about it. */
export function QualityBoard() {
  const { t } = useReader()
  const [asked, setAsked] = useState<AskedStep | null>(null)
  const quality = useQuery(api.quality.get.queryOptions())
  if (quality.isPending) return <PageWait />
  if (quality.isError) return <FaultNotice fault={quality.error} onRetry={() => void quality.refetch()} />
  const report = quality.data
  if (report.imports.length === 0) {
    return (
      <Empty description={t('quality.page.emptyNote')}>
        <LinkButton to="/data/import" color="primary" variant="solid">
          {t('quality.page.toData')}
        </LinkButton>
      </Empty>
    )
  }
  return (
    <>
      <p className="vf-note vf-quality-lead">{t('quality.page.lead')}</p>
      <QualityFigures report={report} />
      <ScoreHistory history={report.history} />
      <CheckTable
        checks={report.checks}
        onFix={(check) => setAsked({ kind: 'fix', check })}
        onAccept={(check) => setAsked({ kind: 'accept', check })}
      />
      <StepList steps={report.steps} onUndo={(step) => setAsked({ kind: 'undo', step })} />
      <ImportScores report={report} />
      {asked !== null && <StepDialog asked={asked} onClose={() => setAsked(null)} />}
    </>
  )
}
