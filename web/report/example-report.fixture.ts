import type { AccountRow } from '@vitalfew/contract/accounts.ts'
import type { Report } from '@vitalfew/contract/report.ts'
import { lifecycleStages, rfmSegments, type Run } from '@vitalfew/contract/run.ts'
import { cents, exampleAccounts, exampleAsOf } from './example-accounts.fixture.ts'
import { exampleChurn } from './example-churn.fixture.ts'
import { exampleImports, exampleIssues } from './example-quality.fixture.ts'
import { exampleSelection } from './example-selection.fixture.ts'
import { exampleHistories, exampleValue, exampleValued } from './example-value.fixture.ts'

/** A made-up report that is the same every time: 300 accounts (or as many as asked for), with hostile names among them. */
export function exampleReport(accountCount = 300): Report {
  const made = exampleSelection(exampleAccounts(accountCount, seeded(20260701)))
  const { keyAccounts, selection } = made
  const accounts = exampleValued(made.accounts)
  const months = Array.from({ length: 24 }, (_, index) =>
    new Date(Date.UTC(2024, 6 + index, 1)).toISOString().slice(0, 10),
  )
  const monthlyRevenue = months.map((_, month) => cents(sum(accounts, (row) => row.monthlyRevenue[month] ?? 0)))
  const positive = accounts.filter((row) => row.netRevenue > 0)
  return {
    run: exampleRun(accounts, { keyAccounts, selection }),
    generatedAt: '2026-07-01T02:03:04Z',
    accounts,
    months,
    monthlyRevenue,
    monthlyGrossProfit: monthlyRevenue.map((amount, month) => cents(amount * (0.2 + 0.03 * Math.cos(month)))),
    concentrationCurve: [{ accounts: 0, measure: 0 }].concat(
      positive.map((row, index) => ({ accounts: (index + 1) / positive.length, measure: row.cumulativeShare ?? 1 })),
    ),
    slipping: accounts.flatMap(slippingEntry),
    aliveHistories: exampleHistories(accounts),
  }
}

function slippingEntry(row: AccountRow): Report['slipping'] {
  const { lifecycleStage: stage, lastOrder, recencyDays, medianDaysBetweenOrders: cycle } = row
  if ((stage !== 'slipping' && stage !== 'dormant') || lastOrder === null || recencyDays === null || cycle === null)
    return []
  const revenueLast24Months = cents(row.monthlyRevenue.reduce((total, amount) => total + amount, 0))
  const { account, accountName, netRevenue } = row
  const silence = recencyDays / cycle
  return [
    {
      account,
      accountName,
      stage,
      netRevenue,
      revenueLast24Months,
      lastOrder,
      recencyDays,
      usualDaysBetweenOrders: cycle,
      silence,
    },
  ]
}

const exampleHead: Run['run'] = {
  id: '20260701-7f3c2a91',
  asOf: exampleAsOf,
  currency: 'CNY',
  locale: 'zh-CN',
  engine: 'ClickHouse 26.7.1',
  product: 'vitalfew 0.1.0',
  parameters: { measure: 'netRevenue', abcCuts: [0.8, 0.95], model: 'default-1' },
  imports: exampleImports,
}

function contributionOf(accounts: readonly AccountRow[]): Run['contribution'] {
  return {
    accounts: accounts.filter((row) => row.contribution !== null).length,
    amount: cents(sum(accounts, (row) => row.contribution ?? 0)),
    months: 30,
    firstMonth: '2024-01-01',
    lastMonth: '2026-06-01',
    capitalRate: 0.1,
  }
}

function exampleRun(accounts: readonly AccountRow[], chosen: Pick<Run, 'keyAccounts' | 'selection'>): Run {
  const positive = accounts.filter((row) => row.netRevenue > 0)
  const netRevenue = cents(sum(accounts, (row) => row.netRevenue))
  const grossProfit = cents(sum(accounts, (row) => row.grossProfit ?? 0))
  const [largest] = positive
  const count = (rows: readonly AccountRow[]) => ({
    accounts: rows.length,
    netRevenue: cents(sum(rows, (row) => row.netRevenue)),
  })
  return {
    schemaVersion: 1,
    run: exampleHead,
    totals: {
      accounts: accounts.length,
      orders: sum(accounts, (row) => row.orders),
      orderLines: sum(accounts, (row) => row.orderLines),
      returnLines: 214,
      cancelledLines: 37,
      netRevenue,
      grossRevenue: cents(sum(accounts, (row) => row.grossRevenue)),
      grossProfit,
      returns: cents(sum(accounts, (row) => row.returns)),
      firstOrder: '2024-01-13',
      lastOrder: '2026-06-30',
    },
    contribution: contributionOf(accounts),
    abc: abcOf(accounts),
    rfm: {
      segments: rfmSegments.map((name) => ({ name, ...count(accounts.filter((row) => row.rfmSegment === name)) })),
      grid: gridCells.map((cell) => ({ ...cell, ...count(accounts.filter((row) => isInCell(row, cell))) })),
    },
    lifecycle: {
      portfolioCycleDays: 33,
      stages: lifecycleStages.map((name) => ({
        name,
        ...count(accounts.filter((row) => row.lifecycleStage === name)),
      })),
    },
    concentration: {
      largestAccount: largest?.account ?? null,
      largestAccountName: largest?.accountName ?? '',
      netRevenue: largest?.netRevenue ?? 0,
      netRevenueShare: largest?.share ?? 0,
      grossProfit: largest?.grossProfit ?? null,
      grossProfitShare: (largest?.grossProfit ?? 0) / grossProfit,
      netRevenueWithout: cents(netRevenue - (largest?.netRevenue ?? 0)),
      grossProfitWithout: cents(grossProfit - (largest?.grossProfit ?? 0)),
    },
    quality: { score: 0.957, issues: exampleIssues },
    ...chosen,
    value: exampleValue(accounts),
    churn: exampleChurn(accounts),
    segmentation: null,
    behaviour: null,
  }
}

function abcOf(accounts: readonly AccountRow[]): Run['abc'] {
  const positive = accounts.filter((row) => row.netRevenue > 0)
  const total = sum(positive, (row) => row.netRevenue)
  const amounts = (rows: readonly AccountRow[]) => ({
    accounts: rows.length,
    amount: cents(sum(rows, (row) => row.netRevenue)),
  })
  const classOf = (abc: 'A' | 'B' | 'C') => {
    const rows = amounts(positive.filter((row) => row.abcClass === abc))
    return { ...rows, share: rows.amount / total }
  }
  const xyzClasses = ['X', 'Y', 'Z', 'none'] as const
  const ascending = positive.map((row) => row.netRevenue).toSorted((a, b) => a - b)
  const spread = ascending.reduce((running, x, index) => running + (2 * (index + 1) - positive.length - 1) * x, 0)
  return {
    measure: 'netRevenue',
    cuts: [0.8, 0.95],
    classes: { A: classOf('A'), B: classOf('B'), C: classOf('C') },
    unclassified: amounts(accounts.filter((row) => row.netRevenue <= 0)),
    gini: spread / (positive.length * total),
    hhi: sum(positive, (row) => row.share ** 2),
    topShares: [0.01, 0.05, 0.1, 0.2].map((top) => {
      const taken = positive.slice(0, Math.max(1, Math.ceil(positive.length * top)))
      return { top, accounts: taken.length, share: sum(taken, (row) => row.share) }
    }),
    matrix: (['A', 'B', 'C'] as const).flatMap((abc) =>
      xyzClasses.map((xyz) => ({
        abc,
        xyz,
        ...amounts(positive.filter((row) => row.abcClass === abc && (row.xyzClass ?? 'none') === xyz)),
      })),
    ),
  }
}

const scores = [1, 2, 3, 4, 5]
const gridCells = scores.flatMap((recency) => scores.map((frequencyMonetary) => ({ recency, frequencyMonetary })))

function isInCell(row: AccountRow, cell: { recency: number; frequencyMonetary: number }): boolean {
  const [recency = 0, frequency = 0, monetary = 0] = [...row.rfm].map(Number)
  return recency === cell.recency && Math.ceil((frequency + monetary) / 2) === cell.frequencyMonetary
}

function sum<Row>(rows: readonly Row[], figure: (row: Row) => number): number {
  return rows.reduce((total, row) => total + figure(row), 0)
}

/** A small linear congruential generator: made-up data must be the same on every machine. */
function seeded(seed: number): () => number {
  let state = seed % 2 ** 31
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}
