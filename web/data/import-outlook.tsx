import type { ImportOutcome, ImportReport, OverlapPolicy } from '@vitalfew/contract/import-log.ts'
import { Alert, Checkbox, Radio } from 'antd'
import { useEffect, type Dispatch } from 'react'
import { FaultLine } from '../access/fault-line.tsx'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { JobLine } from '../jobs/job-line.tsx'
import { driftWords } from './drift-words.ts'
import { OutlookFigures } from './outlook-figures.tsx'
import { useOutlook } from './use-outlook.ts'
import { importOf, type Wizard, type WizardMove } from './wizard.ts'

/** What the import would come to, and what somebody has to decide before. */
export function ImportOutlook(props: {
  wizard: Wizard
  move: Dispatch<WizardMove>
  onSettled: (isSettled: boolean) => void
}) {
  const { t } = useReader()
  const { wizard, move, onSettled } = props
  const { job, report, isCurrent, fault } = useOutlook(importOf(wizard))
  const isSettled = isCurrent && report !== undefined && isDecided(report, wizard)
  useEffect(() => onSettled(isSettled), [isSettled, onSettled])
  if (report === undefined)
    return (
      <Card title={t('app.import.outlook')}>
        <FaultLine fault={fault} />
        {job !== undefined && <JobLine job={job} />}
      </Card>
    )
  return (
    <>
      {report.files.map((outcome) => (
        <Drift key={outcome.file} outcome={outcome} />
      ))}
      {hasSeriousDrift(report) && (
        <Checkbox
          checked={wizard.acceptDrift}
          onChange={(event) => move({ kind: 'driftAccepted', isAccepted: event.target.checked })}
        >
          {t('app.import.acceptDrift')}
        </Checkbox>
      )}
      {report.files.some(({ overlaps }) => overlaps.length > 0) && (
        <OverlapQuestion
          report={report}
          value={wizard.onOverlap}
          onChange={(policy) => move({ kind: 'overlapDecided', policy })}
        />
      )}
      {!isCurrent && job !== undefined && <JobLine job={job} />}
      <div aria-busy={!isCurrent} className={isCurrent ? '' : 'vf-outdated'}>
        <OutlookFigures report={report} isSales={wizard.kind === 'sales'} />
      </div>
    </>
  )
}

function hasSeriousDrift({ files }: ImportReport): boolean {
  return files.some(({ drift }) => drift.some(({ isSerious }) => isSerious))
}

function isDecided(report: ImportReport, { onOverlap, acceptDrift }: Wizard): boolean {
  const asksOverlap = report.files.some(({ overlaps }) => overlaps.length > 0)
  return (!asksOverlap || onOverlap !== null) && (!hasSeriousDrift(report) || acceptDrift)
}

function Drift({ outcome }: { outcome: ImportOutcome }) {
  const { t } = useReader()
  const { drift, file } = outcome
  if (drift.length === 0) return null
  return (
    <Alert
      type={drift.some(({ isSerious }) => isSerious) ? 'warning' : 'info'}
      showIcon
      title={t('app.import.drift', { file })}
      description={
        <ul className="vf-plain">
          {drift.map((one) => (
            <li key={`${one.kind} ${one.column}`}>{driftWords(one, t)}</li>
          ))}
        </ul>
      }
    />
  )
}

const policies = ['replace', 'append', 'skip'] as const

function OverlapQuestion(props: {
  report: ImportReport
  value: OverlapPolicy | null
  onChange: (policy: OverlapPolicy) => void
}) {
  const { t, format } = useReader()
  const overlapping = props.report.files.filter(({ overlaps }) => overlaps.length > 0)
  return (
    <Card title={t('app.import.overlap')}>
      <ul className="vf-plain">
        {overlapping.map(({ file, overlaps, comparison }) => (
          <li key={file}>
            {t('app.import.overlapLine', {
              file,
              imports: overlaps.map(({ id, file: known }) => `${known} (${id})`).join(t('report.listComma')),
              same: format.count(comparison.same),
              changed: format.count(comparison.changed),
              added: format.count(comparison.added),
              gone: format.count(comparison.gone),
            })}
          </li>
        ))}
      </ul>
      <Radio.Group
        className="vf-policies"
        aria-label={t('app.import.overlap')}
        value={props.value}
        onChange={(event) => {
          const policy = policies.find((known) => known === event.target.value)
          if (policy !== undefined) props.onChange(policy)
        }}
        options={policies.map((policy) => ({
          value: policy,
          label: (
            <>
              {t(`imports.policy.${policy}`)} <small className="vf-note">{t(`app.import.policyNote.${policy}`)}</small>
            </>
          ),
        }))}
      />
    </Card>
  )
}
