import { useMutation, useQuery, keepPreviousData } from '@tanstack/react-query'
import { Segmented, Steps } from 'antd'
import { useReducer, useState, type Dispatch } from 'react'
import { FaultLine } from '../access/fault-line.tsx'
import { api, client } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { PageHead } from '../app/page-head.tsx'
import { PageWait } from '../app/page-wait.tsx'
import { useReader } from '../design/reader.tsx'
import { ChooseFiles } from './choose-files.tsx'
import { FixesStep } from './fixes-step.tsx'
import { MappingStep } from './mapping-step.tsx'
import { PreviewStep } from './preview-step.tsx'
import { RunStep } from './run-step.tsx'
import { emptyWizard, importOf, moveWizard, readingOf, wizardSteps, type Wizard, type WizardMove } from './wizard.ts'
import { WizardFoot } from './wizard-foot.tsx'

/** Files in, step by step; until the last step nothing is written. */
export function ImportPage() {
  const { t } = useReader()
  const [wizard, move] = useReducer(moveWizard, emptyWizard)
  return (
    <>
      <PageHead title={t('app.import.title')} lead={t(`app.import.lead.${wizard.step}`)} />
      <Steps
        className="vf-wizard-steps"
        current={wizardSteps.indexOf(wizard.step)}
        size="small"
        items={wizardSteps.map((step) => ({ title: t(`app.import.step.${step}`) }))}
      />
      {wizard.step === 'choose' && <ChooseFiles wizard={wizard} move={move} />}
      {wizard.step === 'run' && <RunStep jobId={wizard.jobId} onAnother={() => move({ kind: 'began' })} />}
      {wizard.step !== 'choose' && wizard.step !== 'run' && <Review wizard={wizard} move={move} />}
    </>
  )
}

function Review(props: { wizard: Wizard; move: Dispatch<WizardMove> }) {
  const { wizard, move } = props
  const file = wizard.files[wizard.current]
  const start = useMutation({
    mutationFn: () => client.imports.start(importOf(wizard)),
    onSuccess: ({ jobId }) => move({ kind: 'started', jobId }),
  })
  const [isSettled, setSettled] = useState(false)
  const { kind, source, settings } = wizard
  const reading = file === undefined ? null : { ...readingOf(file), kind, source: source.trim(), settings }
  const plan = useQuery({
    ...api.imports.plan.queryOptions({ input: reading ?? { uploadId: '' }, staleTime: Infinity }),
    enabled: reading !== null,
    placeholderData: keepPreviousData,
  })
  if (file === undefined || plan.isPending) return <PageWait />
  if (plan.isError) return <FaultNotice fault={plan.error} onRetry={() => move({ kind: 'went', step: 'choose' })} />
  const parts = { plan: plan.data, file, move, isLoading: plan.isFetching }
  return (
    <div aria-busy={plan.isFetching}>
      {wizard.files.length > 1 && (
        <div className="vf-bar-row">
          <Segmented
            value={wizard.current}
            options={wizard.files.map(({ upload }, index) => ({ value: index, label: upload.file }))}
            onChange={(current) => move({ kind: 'looked', current })}
          />
        </div>
      )}
      {wizard.step === 'mapping' && <MappingStep {...parts} />}
      {wizard.step === 'fixes' && <FixesStep {...parts} />}
      {wizard.step === 'preview' && <PreviewStep {...parts} wizard={wizard} onSettled={setSettled} />}
      <FaultLine fault={start.error} />
      <WizardFoot
        step={wizard.step}
        isReady={plan.data.missing.length === 0 && !plan.isFetching && (wizard.step !== 'preview' || isSettled)}
        isStarting={start.isPending}
        move={move}
        onStart={() => start.mutate()}
      />
    </div>
  )
}
