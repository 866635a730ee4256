import type { AccountRow } from '@vitalfew/contract/accounts.ts'
import { exampleName } from './example-names.fixture.ts'

/** The facts of a made-up account from which all its figures follow. */
interface Life {
  index: number
  name: string
  monthly: number[]
  olderRevenue: number
  margin: number | null
  cycleDays: number
  recencyDays: number
  products: number
}

export const exampleAsOf = '2026-07-01'
const dayLength = 86_400_000

/** Made-up accounts, the largest first; `random` gives numbers in [0, 1). */
export function exampleAccounts(count: number, random: () => number): AccountRow[] {
  const lives = Array.from({ length: count }, (_, index) => exampleLife(index, random))
  const rows = lives.map(rowOf).toSorted((a, b) => b.netRevenue - a.netRevenue)
  return withRanks(rows)
}

function exampleLife(index: number, random: () => number): Life {
  const size = 9_000_000 / (index + 1) ** 1.12
  const trend = 0.965 + random() * 0.08
  const cycleDays = 8 + Math.floor(random() * 50)
  const fate = index % 17
  const recencyDays =
    fate === 5
      ? cycleDays * 3
      : fate === 11
        ? cycleDays * 6
        : fate === 14
          ? cycleDays * 11
          : 1 + Math.floor(random() * cycleDays)
  const silentMonths = Math.min(24, Math.floor(recencyDays / 30.4))
  const newcomerMonths = index > 20 && fate === 8 ? 3 : 24
  const unsteady = index % 5 === 0 ? 1.6 : 0.5
  const monthly = Array.from({ length: 24 }, (_, month) => {
    if (month >= 24 - silentMonths || month < 24 - newcomerMonths) return 0
    if (cycleDays > 40 && month % 2 === 1) return 0
    const season = 1 + 0.15 * Math.sin((month / 12) * 2 * Math.PI)
    return cents(((size * season * trend ** month) / 12) * (1 + unsteady * (random() - 0.5)))
  })
  return {
    index,
    name: exampleName(index),
    monthly,
    olderRevenue: newcomerMonths < 24 ? 0 : cents(size * random() * 0.4 + 100),
    margin: index % 29 === 13 ? null : 0.08 + random() * 0.34,
    cycleDays,
    recencyDays,
    products: Math.max(1, Math.round(30 * random() ** 2 * (1 - index / (index + 200)))),
  }
}

const notForecast = {
  pAlive: null,
  expectedOrders: null,
  clv: null,
  clvLower: null,
  clvUpper: null,
  valueAtRisk: null,
  nextOrderDue: null,
  overdueCycles: null,
  churnLevel: null,
  churnRisk: null,
}

function rowOf(life: Life): AccountRow {
  const total = (amounts: readonly number[]) => cents(amounts.reduce((sum, amount) => sum + amount, 0))
  const recent = total(life.monthly.slice(12))
  const before = total(life.monthly.slice(0, 12))
  const unsound = life.index === 140
  const netRevenue = unsound ? -1250.5 : cents(recent + before + life.olderRevenue)
  const returns = unsound ? 4000 : cents(netRevenue * 0.012 * (life.index % 4))
  const grossRevenue = cents(netRevenue + returns)
  const grossProfit = life.margin === null ? null : cents(netRevenue * life.margin)
  const days = life.olderRevenue > 0 ? 900 : 95
  const orders = Math.max(1, Math.floor((days - Math.min(days, life.recencyDays)) / life.cycleDays))
  return {
    account: `C${String(10_001 + life.index)}`,
    accountName: life.name,
    parent: life.index % 9 === 2 ? exampleName(2) : '',
    netRevenue,
    grossRevenue,
    returns,
    returnRate: grossRevenue > 0 ? returns / grossRevenue : null,
    grossProfit,
    margin: grossProfit === null || netRevenue <= 0 ? null : grossProfit / netRevenue,
    contribution: grossProfit === null ? null : cents(grossProfit * 0.8 - 2000),
    share: 0,
    orders,
    orderLines: orders * (1 + (life.products % 4)),
    units: life.index % 6 === 0 ? null : orders * 12,
    firstOrder: dayBefore(days),
    lastOrder: dayBefore(life.recencyDays),
    recencyDays: life.recencyDays,
    ordersPerYear: cents((orders * 365.25) / Math.max(days, 365.25)),
    meanDaysBetweenOrders: orders < 2 ? null : life.cycleDays + 0.4,
    medianDaysBetweenOrders: orders < 2 ? null : life.cycleDays,
    averageOrderValue: cents(grossRevenue / orders),
    growth: before > 0 ? recent / before - 1 : null,
    products: life.products,
    categories: Math.ceil(life.products / 4),
    activeMonths: life.monthly.slice(12).filter((amount) => amount > 0).length,
    abcClass: null,
    cumulativeShare: null,
    xyzClass: steadiness(life.monthly.slice(12)),
    rfm: '111',
    rfmSegment: 'hibernating',
    lifecycleStage: stageOf(life, orders),
    monthsInStage: life.index % 10,
    ...notForecast,
    score: 0,
    tier: 'ordinary',
    missingCriteria: [
      ...(grossProfit === null ? (['profit'] as const) : []),
      ...(before > 0 ? [] : (['growth'] as const)),
    ],
    monthlyRevenue: life.monthly,
  }
}

function stageOf(life: Life, orders: number): AccountRow['lifecycleStage'] {
  const silence = life.recencyDays / life.cycleDays
  if (silence > 8) return 'lost'
  if (silence > 4) return 'dormant'
  if (silence > 2) return 'slipping'
  if (orders < 4) return 'new'
  if (life.index % 13 === 4) return 'wonBack'
  return life.index % 3 === 0 ? 'growing' : 'mature'
}

function steadiness(months: readonly number[]): AccountRow['xyzClass'] {
  const mean = months.reduce((sum, month) => sum + month, 0) / months.length
  if (mean === 0) return 'Z'
  const variance = months.reduce((sum, month) => sum + (month - mean) ** 2, 0) / months.length
  const variation = Math.sqrt(variance) / mean
  return variation <= 0.5 ? 'X' : variation <= 1 ? 'Y' : 'Z'
}

function withRanks(rows: readonly AccountRow[]): AccountRow[] {
  const total = rows.reduce((sum, row) => sum + Math.max(0, row.netRevenue), 0)
  let running = 0
  return rows.map((row) => {
    if (row.netRevenue <= 0) return row
    running += row.netRevenue
    const cumulativeShare = running / total
    const abcClass = cumulativeShare <= 0.8 ? 'A' : cumulativeShare <= 0.95 ? 'B' : 'C'
    return { ...row, share: row.netRevenue / total, cumulativeShare, abcClass }
  })
}

function dayBefore(days: number): string {
  return new Date(Date.parse(`${exampleAsOf}T00:00:00Z`) - days * dayLength).toISOString().slice(0, 10)
}

export function cents(amount: number): number {
  return Math.round(amount * 100) / 100
}
