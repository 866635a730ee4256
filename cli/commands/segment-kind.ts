import { stat } from 'node:fs/promises'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { planSalesFiles } from '@vitalfew/domain/imports/index.ts'
import { customersAreDistinct } from '@vitalfew/domain/segmentation/index.ts'
import type { SegmentOptions } from './segment-options.ts'

/** Larger files are sales where they can be read as sales. */
const mostBytes = 50_000_000

/**
 * Whether a file has one row per customer: it cannot be read as sales, or it can, but no customer comes twice.
 *
 * @throws ProductError `input.*`
 */
export async function isCustomerTable(options: SegmentOptions, signal: AbortSignal): Promise<boolean> {
  const { files, kind, workspace, map: overrides, sheet } = options
  const [path] = files
  if (kind !== undefined) return kind === 'table'
  if (path === undefined || files.length > 1 || workspace !== undefined) return false
  try {
    await planSalesFiles({ paths: [path], overrides, signal, ...(sheet === undefined ? {} : { sheet }) })
  } catch (cause) {
    if (cause instanceof ProductError && cause.code === 'mapping.fieldMissing') return true
    throw cause
  }
  const { size } = await stat(path)
  return size <= mostBytes && (await customersAreDistinct(path, signal))
}
