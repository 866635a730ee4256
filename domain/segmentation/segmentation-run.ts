import { ProductError } from '@vitalfew/contract/errors.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import type { Segmentation } from '@vitalfew/contract/segmentation.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { briefEffort } from './effort.ts'
import { nameAccounts, shownAccounts } from './name-accounts.ts'
import { segmentAccounts } from './segment-accounts.ts'
import { accountTotal } from './table/account-figures.query.ts'
import { accountTitlesOf, metricsTable } from './table/metrics-table.ts'

export interface SegmentationRun {
  readonly runId: string
  readonly imports: number[]
  readonly membershipSequence: number
  readonly asOf: string
  readonly locale: Locale
  readonly currency: string
  readonly seed?: number | undefined
}

const numbersOfClusters = [2, 3, 4, 5, 6, 7, 8]
/** Beyond it the work no longer is a small part of a run; the command still does it. */
const mostAccounts = 200_000

/**
 * Groups of like accounts within a run that has its account_metrics: what they bring, how often, how much at a time, how
 * lately and how wide. Bounded work: numbers of clusters are judged by a sample of 4,000 accounts. Null where there is
 * nothing to group by, and beyond 200,000 accounts.
 */
export async function segmentationRun(warehouse: Warehouse, request: SegmentationRun): Promise<Segmentation | null> {
  const { runId, locale, seed = 1 } = request
  const [total] = await warehouse.rows(accountTotal, { runId })
  if (total === undefined || total.accounts > mostAccounts) return null
  const table = await metricsTable(warehouse, { ...request, source: 'run', file: '', features: [] })
  try {
    const found = segmentAccounts(table, {
      features: [],
      transform: 'auto',
      scale: 'zscore',
      missing: 'median',
      distance: 'euclidean',
      method: 'kmeans',
      ks: numbersOfClusters,
      seed,
      effort: briefEffort,
      earlier: null,
      locale,
    })
    return nameAccounts(found, await accountTitlesOf(warehouse, { runId, keys: shownAccounts(found) })).segmentation
  } catch (cause) {
    if (cause instanceof ProductError && cause.code.startsWith('segmentation.')) return null
    throw cause
  }
}
