import { currentSalesImports } from '@vitalfew/domain/imports/index.ts'
import {
  type BehaviourRequest,
  hasImportedEvents,
  namedEventSegments,
  purchaseAffinity,
  purchaseCohorts,
  purchaseCycle,
  purchaseForecast,
  purchaseLadder,
  purchasePreference,
  purchaseTrends,
  purchaseWhitespace,
  workspaceEvents,
} from '@vitalfew/domain/purchase-behaviour/index.ts'
import type { StagedOutput } from '@vitalfew/domain/workspace/index.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { BehaviourAnswer } from '../output/behaviour/behaviour-answer.ts'
import type { Output } from '../output/output.ts'
import { type BehaviourOptions, trendCutsOf } from './behaviour-options.ts'
import { knownSales } from './known-sales.ts'
import type { SelectSurroundings } from './open-selection.ts'
import type { OpenSales } from './open-sales.ts'
import { takeInSales } from './take-in-sales.ts'

interface Work {
  readonly options: BehaviourOptions
  readonly output: Output
  readonly signal: AbortSignal
  readonly staged: StagedOutput | null
  readonly resources: AsyncDisposableStack
  readonly openStore: SelectSurroundings['openStore']
}

/** Takes the sales in and answers one question about how accounts buy. */
export async function behaviourOfSales(sales: OpenSales, work: Work): Promise<BehaviourAnswer> {
  const { options, output } = work
  const { warehouse } = sales
  const { analysis, kind, files } = options
  if (analysis === 'funnel' && kind !== 'sales' && files.length === 0) {
    // Events that were asked for and are not there are an error; where nobody asked, sales tell a funnel, too.
    if (kind === 'events' || (await hasImportedEvents(warehouse))) return funnelOfEvents(sales, work)
  }
  await takeInSales(sales, work)
  const imports = (await currentSalesImports(warehouse)).map((item) => item.id)
  const { asOf, membershipSequence, currency } = await knownSales(warehouse, imports, {
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    ...(options.currency === undefined ? {} : { currency: options.currency }),
  })
  output.progress('progress.behaviour')
  return answerOf(warehouse, { options, request: { scope: { imports, membershipSequence, asOf }, currency } })
}

async function funnelOfEvents({ warehouse, workspace }: OpenSales, work: Work): Promise<BehaviourAnswer> {
  const { options, output, resources, openStore } = work
  const { by, stages, order, windowDays, locale } = options
  output.progress('progress.behaviour')
  const segments = await namedEventSegments(by, async () => {
    const directory = workspace.temporary ? undefined : workspace.storeDirectory
    const opened = await openStore({ directory, durable: true })
    if (opened !== undefined) resources.defer(opened.close)
    return opened?.store.database
  })
  const told = segments === undefined ? { by } : { by: [], segments }
  const window = windowDays === undefined ? {} : { windowDays }
  return { analysis: 'funnel', answer: await workspaceEvents(warehouse, { ...told, stages, order, locale, ...window }) }
}

async function answerOf(
  warehouse: Warehouse,
  { options, request }: { readonly options: Work['options']; readonly request: BehaviourRequest },
): Promise<BehaviourAnswer> {
  const { analysis, period, horizonMonths, top: listed } = options
  const level = options.level === undefined ? {} : { level: options.level }
  const basket = options.basket === undefined ? {} : { basket: options.basket }
  const support = options.minSupport === undefined ? {} : { minSupport: options.minSupport }
  switch (analysis) {
    case 'cohorts':
      return { analysis, answer: await purchaseCohorts(warehouse, { ...request, period }) }
    case 'cycle':
      return { analysis, answer: await purchaseCycle(warehouse, { ...request, listed }) }
    case 'affinity':
      return {
        analysis,
        answer: await purchaseAffinity(warehouse, { ...request, ...level, ...support, ...basket, listed }),
      }
    case 'whitespace':
      return { analysis, answer: await purchaseWhitespace(warehouse, { ...request, ...level, listed }) }
    case 'funnel': {
      const window = options.windowDays === undefined ? {} : { windowDays: options.windowDays }
      const { locale } = options
      return {
        analysis,
        answer: await purchaseLadder(warehouse, { ...request, ...window, locale, by: trendCutsOf(options.by) }),
      }
    }
    case 'preference':
      return { analysis, answer: await purchasePreference(warehouse, { ...request, ...level, listed }) }
    case 'trends':
      return {
        analysis,
        answer: await purchaseTrends(warehouse, { ...request, cuts: trendCutsOf(options.by), listed }),
      }
    case 'forecast':
    case 'demand': {
      const asked = {
        ...request,
        cuts: trendCutsOf(options.by),
        horizonMonths,
        listed: Math.min(listed, mostForecasts),
      }
      return { analysis, answer: await purchaseForecast(warehouse, { ...asked, demand: analysis === 'demand' }) }
    }
  }
}

/** A forecast with its test on the past takes a tenth of a second. */
const mostForecasts = 100
