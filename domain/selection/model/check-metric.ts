import { ProductError } from '@vitalfew/contract/errors.ts'
import { givenColumnOf } from '../figures/given-metric.ts'
import { metricRegistry } from './metric-registry.ts'
import { nearNames } from './near-names.ts'

/** Where something stands: a document and a path in it. */
export interface DocumentPlace {
  readonly path: string
  readonly file: string
}

/** A figure of the sales, or of a file. @throws ProductError `model.unknownMetric` with the names most like it */
export function checkMetric(metric: string, { path, file }: DocumentPlace): void {
  if (Object.hasOwn(metricRegistry, metric) || givenColumnOf(metric) !== undefined) return
  const names = Object.keys(metricRegistry)
  const near = nearNames(metric, names)
  throw new ProductError('model.unknownMetric', {
    file,
    path,
    metric,
    near: (near.length > 0 ? near : names).join(', '),
  })
}
