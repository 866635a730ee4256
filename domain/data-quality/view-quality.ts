import type { Readable } from 'node:stream'
import type { QualityReport } from '@vitalfew/contract/quality.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { authorise, type Viewer } from '../access/index.ts'
import { listDoubtfulLines } from './list-doubtful-lines.ts'
import { qualityReport } from './quality-report.ts'
import { seenQuality } from './seen-quality.ts'

const stewards = ['administrator', 'analyst'] as const

/**
 * How far the data can be trusted, for whoever looks after it.
 *
 * @throws ProductError `access.notAllowed`
 */
export async function getQuality(
  viewer: Viewer,
  { warehouse }: { readonly warehouse: Warehouse },
): Promise<QualityReport> {
  authorise(viewer, stewards)
  const today = new Date().toISOString().slice(0, 10)
  return seenQuality(viewer, await qualityReport(warehouse, { today, isNoted: false }))
}

/**
 * Every line that a check doubts, as a file.
 *
 * @throws ProductError `access.notAllowed`, `quality.unknownCheck`, `quality.notListed`
 */
export async function getDoubtfulLines(
  viewer: Viewer,
  { warehouse }: { readonly warehouse: Warehouse },
  check: string,
): Promise<Readable> {
  authorise(viewer, stewards)
  const today = new Date().toISOString().slice(0, 10)
  return listDoubtfulLines(warehouse, { check, today, locale: viewer.locale })
}
