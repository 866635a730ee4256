import { createHash } from 'node:crypto'
import { currencyDecimals, unstatedCurrency } from '@vitalfew/contract/currency.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { ImportSummary } from '@vitalfew/contract/imports.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import { type Measure, Run, runSchemaVersion } from '@vitalfew/contract/run.ts'
import type { SelectionModel } from '@vitalfew/contract/selection.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { z } from 'zod'
import { classifyAccounts } from '../abc-classification/index.ts'
import { checkQuality } from '../data-quality/index.ts'
import { stageAccounts } from '../lifecycle/index.ts'
import { dataExtent, portfolioMonths, runTotals, writeAccountMetrics } from '../metrics/index.ts'
import { scoreAccounts } from '../rfm/index.ts'
import { selectAccounts } from '../selection/index.ts'
import { clearRun, completedSummary, completeRun } from './analysis-run.query.ts'
import { concentrationRisk, type LargestAccount } from './concentration-risk.ts'
import { roundAmounts } from './round-amounts.ts'

export interface RunAnalysis {
  /** Imports the run sees, by id, and what became of each. */
  readonly imports: readonly { readonly id: number; readonly sha256: string; readonly summary: ImportSummary }[]
  readonly membershipSequence: number
  /** The run knows what was known when this day began; by default the day after the last line. */
  readonly asOf?: string
  /** Today, for checks that compare the data with the calendar. */
  readonly today: string
  readonly measure: Measure
  readonly cuts: readonly [number, number]
  readonly model: SelectionModel
  readonly locale: Locale
  /** ISO 4217; by default what the data says. */
  readonly currency?: string
  readonly productVersion: string
  readonly onStep?: (step: AnalysisStep) => void
}

export const analysisSteps = ['metrics', 'abc', 'rfm', 'lifecycle', 'selection', 'quality'] as const
export type AnalysisStep = (typeof analysisSteps)[number]

/** What a run came to, as it is kept and as the report is made from. */
const CompletedRun = z.object({
  run: Run,
  runId: z.string(),
  dataStart: z.iso.date(),
  /** Share of the measure held by the first 0 %, 0.5 % … 100 % of the accounts. */
  concentrationCurve: z.array(z.number()),
  /** By slot 0 (oldest) to 23, the calendar months of the run; months without a sale are missing. */
  months: z.array(z.object({ slot: z.int(), netRevenue: z.number(), grossProfit: z.number().nullable() })),
})
export type CompletedRun = z.infer<typeof CompletedRun>

const endOfTime = '2299-12-31'

/** Analyses what some imports hold as of a day: writes the results of one run and returns its summary. */
export async function runAnalysis(warehouse: Warehouse, request: RunAnalysis): Promise<CompletedRun> {
  const step = request.onStep ?? (() => undefined)
  const imports = request.imports.map((item) => item.id)
  const known = await knownLines(warehouse, { imports, asOf: request.asOf })
  const asOf = request.asOf ?? nextDay(known?.lastDay ?? request.today)
  if (known === undefined || known.lines === 0) throw new ProductError('analysis.nothingToAnalyse', { asOf })
  const currency = request.currency ?? onlyOne(known.currencies) ?? unstatedCurrency
  const engine = `ClickHouse ${await warehouse.version()}`
  const runId = runIdentity(request, { asOf, currency, engine })
  const { measure, cuts, model, locale, membershipSequence } = request
  const scope = { runId, imports, membershipSequence, asOf }
  const dataStart = known.firstDay

  const before = await completedSummary(warehouse, runId)
  if (before !== undefined) return CompletedRun.parse(JSON.parse(before))
  await clearRun(warehouse, runId)
  step('metrics')
  await warehouse.run(writeAccountMetrics, { ...scope, dataStart })
  const [totals] = await warehouse.rows(runTotals, { runId })
  if (totals === undefined) throw new ProductError('analysis.nothingToAnalyse', { asOf })
  const months = await warehouse.rows(portfolioMonths, scope)
  step('abc')
  const { abc, curve } = await classifyAccounts(warehouse, { runId, measure, cuts, asOf, dataStart })
  step('rfm')
  const rfm = await scoreAccounts(warehouse, { runId })
  step('lifecycle')
  const lifecycle = await stageAccounts(warehouse, scope)
  step('selection')
  const keyAccounts = await selectAccounts(warehouse, { runId, model, locale, currency })
  step('quality')
  const quality = await checkQuality(warehouse, { imports: request.imports, asOf, today: request.today, totals })
  const run: Run = {
    schemaVersion: runSchemaVersion,
    run: {
      id: runId,
      asOf,
      currency,
      locale,
      engine,
      product: request.productVersion,
      parameters: { measure, abcCuts: [cuts[0], cuts[1]], model: `${model.name} ${model.version}` },
      imports: request.imports.map((item) => item.summary),
    },
    totals: shownTotals({ ...totals, cancelledLines: known.cancelledLines }),
    abc,
    rfm,
    lifecycle,
    concentration: concentrationRisk(totals),
    quality,
    keyAccounts,
  }
  const rounded = roundAmounts(run, currencyDecimals(currency))
  const completed = CompletedRun.parse({ run: rounded, runId, dataStart, concentrationCurve: curve, months })
  await completeRun(warehouse, { runId, asOf, summary: JSON.stringify(completed) })
  return completed
}

/** The totals as run.json shows them; what the other parts of a run tell in their own words is left out. */
function shownTotals(totals: Run['totals'] & LargestAccount): Run['totals'] {
  return {
    accounts: totals.accounts,
    orders: totals.orders,
    orderLines: totals.orderLines,
    returnLines: totals.returnLines,
    cancelledLines: totals.cancelledLines,
    netRevenue: totals.netRevenue,
    grossRevenue: totals.grossRevenue,
    grossProfit: totals.grossProfit,
    returns: totals.returns,
    firstOrder: totals.firstOrder,
    lastOrder: totals.lastOrder,
  }
}

/** How far the lines reach that the run knows: where it chooses its day itself, later cancelled lines are not among them. */
async function knownLines(warehouse: Warehouse, of: { readonly imports: number[]; readonly asOf: string | undefined }) {
  const [known] = await warehouse.rows(dataExtent, { imports: of.imports, before: of.asOf ?? endOfTime })
  if (known === undefined || of.asOf !== undefined || known.lines === 0 || known.cancelledLines === 0) return known
  const [counted] = await warehouse.rows(dataExtent, { imports: of.imports, before: nextDay(known.lastDay) })
  return counted
}

/** The same inputs make the same run: its name is a digest of everything that could change a figure. */
function runIdentity(request: RunAnalysis, found: { asOf: string; currency: string; engine: string }): string {
  const inputs = {
    imports: request.imports.map((item) => [item.id, item.sha256]),
    membershipSequence: request.membershipSequence,
    today: request.today,
    locale: request.locale,
    measure: request.measure,
    cuts: request.cuts,
    model: request.model,
    product: request.productVersion,
    ...found,
  }
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 24)
}

function nextDay(isoDay: string): string {
  return isoFromDay(dayFromIso(isoDay) + 1)
}

function onlyOne(currencies: readonly string[]): string | undefined {
  return currencies.length === 1 ? currencies[0] : undefined
}
