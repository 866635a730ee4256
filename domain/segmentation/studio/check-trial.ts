import type { TrialRequest } from '@vitalfew/contract/api/segments.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { translator } from '@vitalfew/contract/locale.ts'
import { authorise, type Viewer } from '../../access/index.ts'
import { runNamed } from '../../accounts/index.ts'
import { metricFeatures } from '../features/metric-features.ts'
import { visibleSegmentation } from '../saved/visible-segmentation.ts'
import { attributeNames } from '../table/account-figures.query.ts'
import { refuseProfit } from './make-trial.ts'
import type { Database } from './profit-features.ts'
import { isRowClass, rowClasses } from './row-classes.ts'
import { isRowMetric, rowMetrics } from './row-metrics.ts'

/**
 * Refuses at once what a trial could not do later.
 *
 * @throws ProductError `access.notAllowed`, `run.none`, `accounts.fieldHidden`, `segmentation.unknownFeature`,
 * `segmentation.notFound`
 */
export async function checkTrial(viewer: Viewer, database: Database, request: TrialRequest): Promise<void> {
  authorise(viewer, ['administrator', 'analyst'])
  const run = await runNamed(database)
  refuseProfit(viewer, { run, features: request.features })
  const unknown = request.features.find((name) => !isFeature(name))
  if (unknown !== undefined) {
    const names = [...Object.keys(metricFeatures), ...Object.keys(rowMetrics), 'mix', ...attributeNames, ...rowClasses]
    const file = translator(viewer.locale)('segments.feature.run')
    throw new ProductError('segmentation.unknownFeature', { file, feature: unknown, features: names.join(', ') })
  }
  if (request.earlier !== undefined) await visibleSegmentation(viewer, database, request.earlier)
}

const attributes: ReadonlySet<string> = new Set(attributeNames)

function isFeature(name: string): boolean {
  return (
    Object.hasOwn(metricFeatures, name) ||
    isRowMetric(name) ||
    attributes.has(name) ||
    isRowClass(name) ||
    name === 'mix'
  )
}
