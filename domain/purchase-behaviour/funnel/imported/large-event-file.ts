import type { Locale } from '@vitalfew/contract/locale.ts'
import type { PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { openedTable } from '../../../churn/index.ts'
import { importRecords, type IntakeRequest } from '../../../imports/index.ts'
import { eventColumns } from '../event-columns.ts'
import type { FunnelRequest } from '../funnel-ways.ts'
import { workspaceEvents } from './workspace-events.ts'

/** A table of events with too many rows to be kept in memory, and which of its columns says what. */
export interface LargeEventFile {
  readonly path: string
  readonly map: Readonly<Record<string, string>>
}

/**
 * Looks whether a file that is too large for memory is such a table; null where it tells of something else than events.
 *
 * @throws ProductError `input.*`
 */
export async function largeEventFile(
  path: string,
  options: { readonly signal?: AbortSignal | undefined },
): Promise<LargeEventFile | null> {
  const { headers, rows } = await openedTable(path, options)
  for await (const _ of rows) break
  const columns = eventColumns(headers)
  const named = (column: number | undefined): string => (column === undefined ? '' : (headers[column] ?? ''))
  const { stage, time, value } = columns
  const map = { customer: named(columns.case ?? columns.account), event: named(stage), at: named(time) }
  if (Object.values(map).includes('')) return null
  return { path, map: value === undefined ? map : { ...map, amount: named(value) } }
}

export interface LargeFileFunnel extends FunnelRequest, Pick<IntakeRequest, 'signal' | 'onProgress'> {
  readonly by: readonly string[]
  readonly stages: readonly string[]
  readonly locale: Locale
}

/**
 * The funnel of such a table, by way of a warehouse that holds nothing else. Cases can be told apart by what imported
 * events tell, not by every column.
 *
 * @throws ProductError `input.*`, `mapping.*`, `argument.invalid`
 */
export async function largeFileFunnel(
  warehouse: Warehouse,
  { path, map }: LargeEventFile,
  { signal, onProgress, ...request }: LargeFileFunnel,
): Promise<PurchaseFunnel> {
  const { locale } = request
  const settings = { map: { ...map } }
  const asked = { source: '', settings, origin: null, acceptDrift: true, isPreview: false, locale }
  const report = await importRecords(warehouse, { ...asked, kind: 'events', paths: [path], signal, onProgress })
  const leftOut = report.files.reduce((sum, { rejected }) => sum + rejected, 0)
  const funnel = await workspaceEvents(warehouse, request)
  return { ...funnel, faults: { ...funnel.faults, incomplete: funnel.faults.incomplete + leftOut } }
}
