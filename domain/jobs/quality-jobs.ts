import { translator } from '@vitalfew/contract/locale.ts'
import { authorise, type Viewer } from '../access/index.ts'
import type { AccountSources } from '../accounts/index.ts'
import { recordAudit } from '../audit/index.ts'
import { checkStep } from '../data-quality/index.ts'
import { addJob } from './enqueue-job.ts'
import type { QualityInput } from './job-inputs.ts'

/**
 * Asks for a step of data quality to be taken, or taken back; a run does it and shows what that comes to.
 *
 * @throws ProductError `access.notAllowed`, `quality.*`, `import.notFound`
 */
export async function startQualityStep(
  viewer: Viewer,
  { warehouse, database }: AccountSources,
  quality: QualityInput,
): Promise<{ jobId: string }> {
  authorise(viewer, ['administrator', 'analyst'])
  await checkStep(warehouse, { ...quality, author: viewer.name, token: '' })
  const t = translator(viewer.locale)
  const { action, check, undoes, reason } = quality
  const title =
    action === 'undo'
      ? t('quality.job.undo', { step: undoes ?? 0 })
      : t('quality.job.fix', { check: t(`quality.${check}.name`) })
  return database.transaction().execute(async (transaction) => {
    const job = await addJob(viewer, transaction, { kind: 'run', title, input: { quality } })
    await recordAudit(transaction, {
      viewer,
      action: action === 'undo' ? 'quality.undone' : 'quality.decided',
      subject: action === 'undo' ? `quality-step:${undoes ?? 0}` : `check:${check}`,
      details: { action, reason },
    })
    return job
  })
}
