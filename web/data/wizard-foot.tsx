import { Button } from 'antd'
import type { Dispatch } from 'react'
import { useReader } from '../design/reader.tsx'
import { wizardSteps, type WizardMove, type WizardStep } from './wizard.ts'

/** Back and on; the last step on is the one that writes. */
export function WizardFoot(props: {
  step: WizardStep
  isReady: boolean
  isStarting: boolean
  move: Dispatch<WizardMove>
  onStart: () => void
}) {
  const { t } = useReader()
  const place = wizardSteps.indexOf(props.step)
  const before = wizardSteps[place - 1]
  const next = wizardSteps[place + 1]
  return (
    <div className="vf-wizard-foot">
      {before !== undefined && (
        <Button onClick={() => props.move({ kind: 'went', step: before })}>{t('app.import.back')}</Button>
      )}
      {next !== undefined && next !== 'run' && (
        <Button type="primary" disabled={!props.isReady} onClick={() => props.move({ kind: 'went', step: next })}>
          {t('app.import.next')}
        </Button>
      )}
      {next === 'run' && (
        <Button type="primary" disabled={!props.isReady} loading={props.isStarting} onClick={props.onStart}>
          {t('app.import.start')}
        </Button>
      )}
    </div>
  )
}
