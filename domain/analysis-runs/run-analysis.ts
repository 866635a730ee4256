import { createHash } from 'node:crypto'
import type { CalendarDays } from '@vitalfew/contract/api/settings.ts'
import { currencyDecimals, unstatedCurrency } from '@vitalfew/contract/currency.ts'
import { AliveHistory, defaultValueSettings } from '@vitalfew/contract/customer-value.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { AccountLevel } from '@vitalfew/contract/identity.ts'
import type { ImportSummary } from '@vitalfew/contract/imports.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import { type Measure, Run, runSchemaVersion, type SparePart } from '@vitalfew/contract/run.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { z } from 'zod'
import { fillAccountRows, hasAccountRows } from '../accounts/index.ts'
import { classifyAccounts } from '../abc-classification/index.ts'
import { checkQuality, qualitySequence } from '../data-quality/index.ts'
import { type ChurnImports, currentChurnImports } from '../churn/index.ts'
import { currentCostImports } from '../imports/index.ts'
import { stageAccounts } from '../lifecycle/index.ts'
import { dataExtent, findContribution, portfolioMonths, runTotals, writeAccountMetrics } from '../metrics/index.ts'
import { scoreAccounts } from '../rfm/index.ts'
import {
  backtestSelection,
  type GivenFigure,
  type Override,
  previousRunOf,
  type Rating,
  selectAccounts,
} from '../selection/index.ts'
import { clearRun, completedSummary, completeRun } from './analysis-run.query.ts'
import { concentrationRisk, type LargestAccount } from './concentration-risk.ts'
import { forecastAccounts } from './forecast-accounts.ts'
import { roundAmounts } from './round-amounts.ts'
import { understandAccounts } from './understand-accounts.ts'

export interface RunAnalysis {
  /** Imports the run sees, by id, and what became of each. */
  readonly imports: readonly { readonly id: number; readonly sha256: string; readonly summary: ImportSummary }[]
  readonly membershipSequence: number
  /** Of what the figures are by that membership; of accounts where left out. */
  readonly level?: AccountLevel | undefined
  /** The run knows what was known when this day began; by default the day after the last line. */
  readonly asOf?: string
  /** Today, for checks that compare the data with the calendar. */
  readonly today: string
  readonly measure: Measure
  readonly cuts: readonly [number, number]
  readonly model: SelectionModel
  /** What nobody will look at: the run is done the sooner. */
  readonly without?: readonly SparePart[]
  /** Scores that people gave, and tiers they decided on; those that the run may know. */
  readonly ratings?: readonly Rating[]
  readonly overrides?: readonly Override[]
  /** Figures of accounts that do not come from sales; those that the run may know. */
  readonly figures?: readonly GivenFigure[]
  /** The company's own days off and working days, for how accounts buy. */
  readonly calendar?: readonly CalendarDays[]
  /** Of what is drawn at random; the same seed gives the same figures. */
  readonly seed?: number
  readonly locale: Locale
  /** ISO 4217; by default what the data says. */
  readonly currency?: string
  readonly productVersion: string
  readonly signal?: AbortSignal
  readonly onStep?: (step: AnalysisStep) => void
}

export const analysisSteps = [
  'metrics',
  'abc',
  'rfm',
  'lifecycle',
  'value',
  'churn',
  'segments',
  'behaviour',
  'selection',
  'quality',
  'accounts',
] as const
export type AnalysisStep = (typeof analysisSteps)[number]

/** What a run came to, as it is kept and as the report is made from. */
const CompletedRun = z.object({
  run: Run,
  runId: z.string(),
  dataStart: z.iso.date(),
  /** Share of the measure held by the first 0 %, 0.5 % … 100 % of the accounts. */
  concentrationCurve: z.array(z.number()),
  /** By slot 0 (oldest) to 23, the calendar months of the run; months without a sale are missing. */
  /** How likely the largest accounts were still customers, over time. */
  aliveHistories: z.array(AliveHistory),
  months: z.array(z.object({ slot: z.int(), netRevenue: z.number(), grossProfit: z.number().nullable() })),
})
export type CompletedRun = z.infer<typeof CompletedRun>

/** A run that is complete, as it is kept; undefined where there is none of that name. */
export async function completedRun(warehouse: Warehouse, runId: string): Promise<CompletedRun | undefined> {
  const summary = await completedSummary(warehouse, runId)
  return summary === undefined ? undefined : CompletedRun.parse(JSON.parse(summary))
}

const endOfTime = '2299-12-31'

/** Choosing anew at a past day reads all lines again: of more than these a run leaves it to those who ask for it. */
const mostBacktestedLines = 2_000_000
const cheap = { mostOrigins: 3, mostReplicates: 200 }

/** Analyses what some imports hold as of a day: writes the results of one run and returns its summary. */
export async function runAnalysis(warehouse: Warehouse, request: RunAnalysis): Promise<CompletedRun> {
  const { level = 'account', onStep: step = () => undefined } = request
  const imports = request.imports.map((item) => item.id)
  const known = await knownLines(warehouse, { imports, asOf: request.asOf })
  const asOf = request.asOf ?? nextDay(known?.lastDay ?? request.today)
  if (known === undefined || known.lines === 0) throw new ProductError('analysis.nothingToAnalyse', { asOf })
  const currency = request.currency ?? onlyOne(known.currencies) ?? unstatedCurrency
  const engine = `ClickHouse ${await warehouse.version()}`
  const previous = await previousRunOf(warehouse, { model: request.model, asOf, level })
  const decided = await qualitySequence(warehouse)
  const costImports = await currentCostImports(warehouse)
  const churnImports = await currentChurnImports(warehouse)
  const settled = { asOf, currency, engine, previous: previous?.runId ?? null, decided, costImports, churnImports }
  const runId = runIdentity(request, settled)
  const { measure, cuts, locale, membershipSequence, signal } = request
  const scope = { runId, imports, membershipSequence, asOf }
  const dataStart = known.firstDay
  const decimals = currencyDecimals(currency)
  const before = await completedSummary(warehouse, runId)
  if (before !== undefined && (await hasAccountRows(warehouse, runId))) return CompletedRun.parse(JSON.parse(before))
  await clearRun(warehouse, runId)
  step('metrics')
  await warehouse.run(writeAccountMetrics, { ...scope, dataStart })
  const [totals] = await warehouse.rows(runTotals, { runId })
  if (totals === undefined) throw new ProductError('analysis.nothingToAnalyse', { asOf })
  const months = await warehouse.rows(portfolioMonths, scope)
  const contribution = await contributionOf(warehouse, { ...scope, measure, costImports, currency })
  step('abc')
  const { abc, curve } = await classifyAccounts(warehouse, { runId, measure, cuts, asOf, dataStart })
  step('rfm')
  const rfm = await scoreAccounts(warehouse, { runId })
  step('lifecycle')
  const lifecycle = await stageAccounts(warehouse, scope)
  const terms = { costImports, churnImports, dataStart, locale, currency, step, signal }
  const { value, churn, aliveHistories } = await forecastAccounts(warehouse, { ...scope, ...terms })
  const size = { accounts: totals.accounts, lines: known.lines }
  const understood = await understandAccounts(warehouse, { ...request, scope, currency, dataStart, size, step })
  step('selection')
  const { keyAccounts, selection } = await chooseAndTest(warehouse, { request, scope, currency, lines: known.lines })
  step('quality')
  const quality = await checkQuality(warehouse, { ...scope, imports: request.imports, today: request.today, totals })
  step('accounts')
  await fillAccountRows(warehouse, { ...scope, decimals })
  const found = { abc, rfm, lifecycle, quality, keyAccounts, selection, value, churn, ...understood }
  const run: Run = {
    schemaVersion: runSchemaVersion,
    run: describeRun(request, { runId, asOf, currency, engine }),
    totals: shownTotals({ ...totals, cancelledLines: known.cancelledLines }),
    concentration: concentrationRisk(totals),
    contribution,
    ...found,
  }
  const rounded = roundAmounts(run, decimals)
  const kept = { run: rounded, runId, dataStart, concentrationCurve: curve, aliveHistories, months }
  const completed = CompletedRun.parse(kept)
  await warehouse.seal('run_id', runId)
  if (before === undefined) await completeRun(warehouse, { runId, asOf, summary: JSON.stringify(completed) })
  return completed
}

/** Chooses the key accounts, and tries on the past how well the model chooses, where finding out costs little. */
async function chooseAndTest(
  warehouse: Warehouse,
  of: {
    readonly request: RunAnalysis
    readonly scope: {
      readonly runId: string
      readonly imports: number[]
      readonly membershipSequence: number
      readonly asOf: string
    }
    readonly currency: string
    readonly lines: number
  },
) {
  const { request, scope, currency, lines } = of
  const { keyAccounts, selection } = await selectAccounts(warehouse, { ...request, ...scope, currency })
  if (lines > mostBacktestedLines || request.without?.includes('backtest') === true) return { keyAccounts, selection }
  const { model, ratings = [], figures = [], seed, locale } = request
  const wording = { locale, currency }
  const backtest = await backtestSelection(warehouse, { ...scope, ...cheap, model, ratings, figures, seed, wording })
  return { keyAccounts, selection: { ...selection, backtest } }
}

/** What accounts brought after their costs, which classes can only be made of where it is known. */
async function contributionOf(
  warehouse: Warehouse,
  { measure, ...of }: Omit<Parameters<typeof findContribution>[1], 'capitalRate'> & { readonly measure: Measure },
) {
  const contribution = await findContribution(warehouse, { ...of, capitalRate: defaultValueSettings.discount })
  if (contribution === null && measure === 'contribution') throw new ProductError('analysis.noCosts')
  return contribution
}

/** What the run was asked, of what, and by what. */
function describeRun(
  request: RunAnalysis,
  found: { readonly runId: string; readonly asOf: string; readonly currency: string; readonly engine: string },
): Run['run'] {
  const { measure, cuts, model, locale, level } = request
  return {
    id: found.runId,
    asOf: found.asOf,
    currency: found.currency,
    locale,
    engine: found.engine,
    product: request.productVersion,
    parameters: {
      measure,
      abcCuts: [cuts[0], cuts[1]],
      model: `${model.name} ${model.version}`,
      ...(level !== undefined && level !== 'account' && { level }),
    },
    imports: request.imports.map((item) => item.summary),
  }
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
function runIdentity(
  request: RunAnalysis,
  found: {
    asOf: string
    currency: string
    engine: string
    previous: string | null
    decided: number
    costImports: number[]
    churnImports: ChurnImports
  },
): string {
  const inputs = {
    imports: request.imports.map((item) => [item.id, item.sha256]),
    membershipSequence: request.membershipSequence,
    level: request.level ?? 'account',
    today: request.today,
    locale: request.locale,
    measure: request.measure,
    cuts: request.cuts,
    model: request.model,
    ratings: request.ratings ?? [],
    overrides: request.overrides ?? [],
    figures: request.figures ?? [],
    seed: request.seed ?? null,
    without: (request.without ?? []).toSorted(),
    ...(hasCalendar(request) ? { calendar: request.calendar } : {}),
    product: request.productVersion,
    ...found,
  }
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 24)
}

/** A calendar that says nothing is none. */
function hasCalendar({ calendar = [] }: RunAnalysis): boolean {
  return calendar.length > 0
}

function nextDay(isoDay: string): string {
  return isoFromDay(dayFromIso(isoDay) + 1)
}

function onlyOne(currencies: readonly string[]): string | undefined {
  return currencies.length === 1 ? currencies[0] : undefined
}
