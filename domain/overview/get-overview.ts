import type { Overview } from '@vitalfew/contract/api/overview.ts'
import { churnLevels } from '@vitalfew/contract/churn.ts'
import { LifecycleStage, type Run } from '@vitalfew/contract/run.ts'
import type { z } from 'zod'
import { accountPredicate, type Viewer } from '../access/index.ts'
import {
  type AccountSources,
  hiddenAccountFields,
  lastMonths,
  type PublishedRun,
  runBefore,
  runSeenBy,
  runSummary,
} from '../accounts/index.ts'
import { seenIssues } from '../data-quality/index.ts'
import { importHistory } from '../imports/index.ts'
import { dayIn, readSettings } from '../settings/index.ts'
import { overviewAttention, overviewGroups, overviewPareto, overviewTotals, overviewUrgent } from './overview.query.ts'
import { added, sumsBy } from './sums-by.ts'

/** The portfolio at a glance: every figure is over the accounts that the viewer may see, and over no other. */
export async function getOverview(
  viewer: Viewer,
  { warehouse, database }: AccountSources,
  request: { readonly run?: string | undefined } = {},
): Promise<Overview> {
  const [run, predicate] = await Promise.all([
    runSeenBy(viewer, database, request.run),
    accountPredicate(database, viewer),
  ])
  const summary = await runSummary(warehouse, run.run_id)
  const hidden = hiddenAccountFields(viewer, run)
  const tiers = tiersOf(summary)
  const parameters = { ...predicate.parameters, runId: run.run_id }
  const hidesValue = hidden.has('valueAtRisk')
  const asked = { ...parameters, tiers: tiers.map(({ id }) => id), hidesValue: hidesValue ? 1 : 0 }
  const [[totals], groups, [pareto], attention, urgent, before, imports, { timeZone }] = await Promise.all([
    warehouse.rows(overviewTotals(predicate), parameters),
    warehouse.rows(overviewGroups(predicate), parameters),
    warehouse.rows(overviewPareto(predicate), parameters),
    warehouse.rows(overviewAttention(predicate), asked),
    warehouse.rows(overviewUrgent(predicate), asked),
    runBefore(database, run),
    importHistory(warehouse),
    readSettings(database),
  ])
  if (totals === undefined) throw new Error('a sum without a row')
  const seen = { seesProfit: !viewer.hidden.has('profit'), hidesValue }
  const current = imports.filter(({ state }) => state === 'committed')
  return {
    run: shownRun(run),
    ...shownTotals(totals, { ...seen, asOf: run.as_of }),
    ...concentration(pareto),
    abc: hidden.has('abcClass') ? [] : abcOf(groups),
    stages: stagesOf(groups),
    ...tierMoves(groups, { tiers, hasBefore: before !== undefined }),
    previousRun: before === undefined ? null : { id: before.run_id, asOf: before.as_of },
    churn: churnLevels.map((level) => {
      const sum = added(groups.filter((row) => row.level === level))
      return { level, accounts: sum.accounts, valueAtRisk: hidesValue ? null : sum.valueAtRisk }
    }),
    attention,
    urgent,
    data: {
      firstDay: totals.firstDay,
      lastDay: totals.lastDay,
      daysOld: daysBetween(totals.lastDay, dayIn(timeZone, new Date())),
      imports: current.length,
      lastImportAt: current[0] === undefined ? null : new Date(current[0].committedAt).toISOString(),
      quality:
        viewer.scopes === 'all' ? { ...summary.quality, issues: seenIssues(viewer, summary.quality.issues) } : null,
    },
    hiddenFields: [...hidden],
  }
}

function daysBetween(lastDay: string | null, today: string): number | null {
  return lastDay === null ? null : Math.max(0, Math.round((Date.parse(today) - Date.parse(lastDay)) / 86_400_000))
}

type Totals = z.output<ReturnType<typeof overviewTotals>['row']>

function shownTotals(
  totals: Totals,
  seen: { readonly seesProfit: boolean; readonly hidesValue: boolean; readonly asOf: string },
): Pick<Overview, 'totals' | 'months'> {
  const { months, profitMonths, firstDay: _first, lastDay: _last, ...sums } = totals
  const { seesProfit, hidesValue, asOf } = seen
  return {
    totals: {
      ...sums,
      grossProfit: seesProfit ? sums.grossProfit : null,
      clv: hidesValue ? null : sums.clv,
      valueAtRisk: hidesValue ? null : sums.valueAtRisk,
    },
    months: lastMonths(asOf).map((month, slot) => ({
      month,
      netRevenue: months[slot] ?? 0,
      grossProfit: seesProfit && profitMonths.length > 0 ? (profitMonths[slot] ?? 0) : null,
    })),
  }
}

function concentration(
  found: z.output<ReturnType<typeof overviewPareto>['row']> | undefined,
): Pick<Overview, 'pareto' | 'topShares'> {
  const points = found?.revenue ?? []
  return {
    pareto: points.map((revenue, index) => ({ accounts: index / 100, revenue })),
    topShares: topShares(points, found?.counted ?? 0),
  }
}

type Groups = Parameters<typeof sumsBy>[0]

function shownRun(run: PublishedRun): Overview['run'] {
  return { id: run.run_id, asOf: run.as_of, currency: run.currency, publishedAt: run.published_at.toISOString() }
}

function tiersOf({ selection }: Run): { readonly id: string; readonly title: string }[] {
  return (selection?.tiers ?? []).map(({ id, title }) => ({ id, title }))
}

function topShares(points: readonly number[], accounts: number): Overview['topShares'] {
  return [1, 5, 10, 20, 50].flatMap((percent) => {
    const share = points[percent]
    return share === undefined
      ? []
      : [{ top: percent / 100, accounts: Math.max(1, Math.round((percent * accounts) / 100)), share }]
  })
}

function abcOf(groups: Groups): Overview['abc'] {
  const sums = sumsBy(groups, (row) => row.abcClass)
  return (['A', 'B', 'C', 'none'] as const).map((abcClass) => ({
    abcClass,
    ...counted(sums.get(abcClass === 'none' ? '' : abcClass)),
  }))
}

/** In the order of a customer's life; a stage that nobody is in is left out. */
function stagesOf(groups: Groups): Overview['stages'] {
  const sums = sumsBy(groups, (row) => row.stage)
  return LifecycleStage.options.flatMap((stage) => {
    const sum = sums.get(stage)
    return sum === undefined ? [] : [{ stage, ...counted(sum) }]
  })
}

function counted(sum: { readonly accounts: number; readonly netRevenue: number } | undefined) {
  return { accounts: sum?.accounts ?? 0, netRevenue: sum?.netRevenue ?? 0 }
}

function tierMoves(
  groups: Groups,
  { tiers, hasBefore }: { readonly tiers: ReturnType<typeof tiersOf>; readonly hasBefore: boolean },
): Pick<Overview, 'tiers' | 'moves'> {
  const now = sumsBy(groups, (row) => row.tier)
  const then = sumsBy(groups, (row) => row.previousTier)
  const knowsBefore = hasBefore && groups.some((row) => row.previousTier !== '')
  const moved = sumsBy(
    knowsBefore ? groups.filter((row) => row.tier !== row.previousTier) : [],
    (row) => `${row.previousTier}\u0000${row.tier}`,
  )
  return {
    tiers: tiers.map(({ id, title }) => ({
      id,
      title,
      ...counted(now.get(id)),
      before: knowsBefore ? (then.get(id)?.accounts ?? 0) : null,
    })),
    moves: [...moved].map(([way, sum]) => {
      const [from = '', to = ''] = way.split('\u0000')
      return { from: from || null, to: to || null, ...counted(sum) }
    }),
  }
}
