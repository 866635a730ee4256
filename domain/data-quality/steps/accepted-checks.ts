import type { ControlTotal } from '@vitalfew/contract/quality.ts'
import type { LoggedStep } from './step-log.query.ts'

/** What people said about the data that is not about changing lines. */
export interface Judged {
  /** Whether somebody accepted what a check finds in files of a source; '' stands for all files together. */
  readonly accepts: (check: string, source: string) => LoggedStep | undefined
  readonly controls: readonly ControlTotal[]
}

/** The newest word on a thing counts. */
export function judged(active: readonly LoggedStep[]): Judged {
  const accepting = active.filter(({ action, rule }) => action === 'accept' && rule.chosen === undefined)
  const controls = new Map<string, ControlTotal>()
  for (const { rule } of active) {
    for (const control of rule.controls ?? []) {
      controls.set(JSON.stringify([control.measure, control.month, control.department]), control)
    }
  }
  return {
    accepts: (check, source) =>
      accepting.findLast((step) => step.check === check && (step.source === '' || step.source === source)),
    controls: [...controls.values()],
  }
}
