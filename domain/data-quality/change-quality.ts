import type { QualityStep } from '@vitalfew/contract/quality.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { applySteps } from './steps/apply-steps.ts'
import { knownData } from './steps/known-data.ts'
import { type AskedStep, recordStep } from './steps/record-step.ts'
import { shownSteps, stepLog } from './steps/step-log.query.ts'

/**
 * Notes down what somebody decided about doubtful lines and lets the data follow: the step as it stands in the log, with
 * the lines it found. Files of the same source that come later are treated likewise.
 *
 * @throws ProductError as `recordStep`
 */
export async function changeQuality(
  warehouse: Warehouse,
  { asked, today }: { readonly asked: AskedStep; readonly today: string },
): Promise<QualityStep | undefined> {
  const { sequence } = await recordStep(warehouse, { asked, data: await knownData(warehouse, today) })
  await applySteps(warehouse, today)
  return shownSteps(await stepLog(warehouse)).find((step) => step.sequence === sequence)
}
