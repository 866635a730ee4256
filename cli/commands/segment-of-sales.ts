import { ProductError } from '@vitalfew/contract/errors.ts'
import { currentSalesImports } from '@vitalfew/domain/imports/index.ts'
import { writeAccountMetrics } from '@vitalfew/domain/metrics/index.ts'
import type { StagedOutput } from '@vitalfew/domain/workspace/index.ts'
import {
  accountTitlesOf,
  dropSegmentMetrics,
  expandedFeatures,
  metricsTable,
  namedTable,
  segmentAccounts,
  type SegmentAccounts,
  segmentsBefore,
  type SegmentedAccounts,
  withForecasts,
} from '@vitalfew/domain/segmentation/index.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { Output } from '../output/output.ts'
import { knownSales } from './known-sales.ts'
import type { OpenSales } from './open-sales.ts'
import type { SegmentOptions } from './segment-options.ts'
import { takeInSales } from './take-in-sales.ts'

interface Work {
  readonly options: SegmentOptions
  readonly output: Output
  readonly signal: AbortSignal
  readonly staged: StagedOutput | null
  readonly request: SegmentAccounts
}

/** The name under which the results of this command stand in the warehouse while it runs. */
const runId = 'segment'

/** Takes the sales in, measures their accounts, and groups them; where asked for, as of an earlier day before. */
export async function segmentOfSales(sales: OpenSales, work: Work): Promise<SegmentedAccounts> {
  const { warehouse } = sales
  const { options, output } = work
  await takeInSales(sales, work)
  const imports = (await currentSalesImports(warehouse)).map((item) => item.id)
  const { laterLines: _, ...known } = await knownSales(warehouse, imports, options)
  const grouped = (asOf: string, request: SegmentAccounts): Promise<SegmentedAccounts> => {
    output.progress('progress.segments')
    return groupedAsOf(warehouse, { ...known, ...work, imports, asOf, request })
  }
  const { earlierDay } = options
  if (earlierDay === undefined) return grouped(known.asOf, work.request)
  requireBetween(earlierDay, { after: known.firstDay, before: known.asOf })
  const before = await grouped(earlierDay, work.request)
  return grouped(known.asOf, { ...work.request, earlier: segmentsBefore(before) })
}

interface GroupedAsOf extends Work {
  readonly imports: number[]
  readonly asOf: string
  readonly membershipSequence: number
  readonly firstDay: string
  readonly currency: string
}

async function groupedAsOf(warehouse: Warehouse, of: GroupedAsOf): Promise<SegmentedAccounts> {
  const { options, request, signal, imports, membershipSequence, asOf, firstDay, currency } = of
  const scope = { runId, imports, membershipSequence, asOf }
  const { features, locale } = options
  await dropSegmentMetrics(warehouse, runId)
  await warehouse.run(writeAccountMetrics, { ...scope, dataStart: firstDay })
  const file = options.files[0] ?? ''
  const words = { currency, locale, features }
  const measured = await metricsTable(warehouse, { ...scope, ...words, source: 'sales', file })
  const foretold = await withForecasts(warehouse, measured, { ...scope, ...words, firstDay, signal })
  const table = namedTable(foretold, await accountTitlesOf(warehouse, { runId, keys: 'all' }))
  await dropSegmentMetrics(warehouse, runId)
  return segmentAccounts(table, { ...request, features: expandedFeatures(table, request.features) })
}

function requireBetween(day: string, { after, before }: { readonly after: string; readonly before: string }): void {
  if (day > after && day < before) return
  throw new ProductError('argument.invalid', { argument: '--earlier', value: day, expected: `${after} … ${before}` })
}
