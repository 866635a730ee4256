import type { AccountRow } from '@vitalfew/contract/accounts.ts'
import type { KeyAccount, Reason } from '@vitalfew/contract/run.ts'
import type { Selection } from '@vitalfew/contract/selection.ts'
import { rfmSegment } from '@vitalfew/methods/rfm/rfm-segment.ts'
import { exampleChoice } from './example-choice.fixture.ts'

type Criterion = 'value' | 'profit' | 'growth' | 'loyalty' | 'breadth'

const weights: Record<Criterion, number> = { value: 0.35, profit: 0.25, growth: 0.15, loyalty: 0.15, breadth: 0.1 }
const figures: Record<Criterion, (row: AccountRow) => number | null> = {
  value: (row) => row.netRevenue,
  profit: (row) => row.grossProfit,
  growth: (row) => row.growth,
  loyalty: (row) => row.activeMonths,
  breadth: (row) => row.products,
}
const criteria: Criterion[] = ['value', 'profit', 'growth', 'loyalty', 'breadth']

interface Scored {
  row: AccountRow
  reasons: (Reason & { criterion: Criterion })[]
}

/** Gives the made-up accounts their RFM, score and tier, and says why. */
export function exampleSelection(rows: readonly AccountRow[]): {
  accounts: AccountRow[]
  keyAccounts: KeyAccount[]
  selection: Selection
} {
  const scored = withRfm(rows).map((row) => ({
    row,
    reasons: criteria.map((criterion) => reasonFor(criterion, { row, rows })),
  }))
  const ranked = scored.map((entry) => ({ ...entry, score: scoreOf(entry) })).toSorted((a, b) => b.score - a.score)
  const keyCount = Math.max(5, Math.ceil(rows.length * 0.04))
  const placed = ranked.map(({ row, reasons, score }, rank) => {
    const tier = rank < keyCount || row.share >= 0.05 ? 'key' : rank < keyCount + 24 ? 'strategic' : 'ordinary'
    return { row: { ...row, score, tier } satisfies AccountRow, reasons, ruled: rank >= keyCount && tier === 'key' }
  })
  const accounts = placed.map(({ row }) => row).toSorted((a, b) => b.netRevenue - a.netRevenue)
  const keyAccounts = placed.filter(({ row }) => row.tier !== 'ordinary').map(keyAccountOf)
  const reasonsOf = new Map(placed.map(({ row, reasons }) => [row.account, reasons]))
  return { accounts, keyAccounts, selection: exampleChoice({ accounts, keyAccounts, reasons: reasonsOf }) }
}

function keyAccountOf(entry: { row: AccountRow; reasons: Scored['reasons']; ruled: boolean }): KeyAccount {
  const { row, ruled } = entry
  const byEffect = entry.reasons.toSorted((a, b) => effect(b) - effect(a))
  const share: Reason = { criterion: 'share', value: row.share, percentile: 1, below: 0.99, text: '' }
  return {
    account: row.account,
    accountName: row.accountName,
    tier: row.tier,
    score: row.score,
    netRevenue: row.netRevenue,
    grossProfit: row.grossProfit,
    reasons: [...(ruled ? [share] : []), ...byEffect].slice(0, 3),
    weakness: byEffect.at(-1) ?? null,
  }
}

function effect(reason: Reason & { criterion: Criterion }): number {
  return weights[reason.criterion] * (reason.percentile - 0.5)
}

function reasonFor(criterion: Criterion, context: { row: AccountRow; rows: readonly AccountRow[] }) {
  const value = figures[criterion](context.row)
  const known = context.rows.map(figures[criterion]).filter((other) => other !== null)
  const lower = known.filter((other) => value !== null && other < value).length
  const equal = known.filter((other) => other === value).length
  const percentile = value === null ? 0.5 : (lower + 0.5 * equal) / known.length
  return {
    criterion,
    value,
    percentile,
    below: value === null ? 0 : lower / known.length,
    text: `${criterion} ${value}`,
  }
}

function scoreOf(entry: Scored): number {
  const sum = entry.reasons.reduce((total, reason) => total + weights[reason.criterion] * reason.percentile, 0)
  return Math.round(sum * 1000) / 10
}

function withRfm(rows: readonly AccountRow[]): AccountRow[] {
  const fifth = (values: readonly number[], value: number) =>
    1 + Math.floor((5 * values.filter((other) => other < value).length) / values.length)
  const recencies = rows.map((row) => -(row.recencyDays ?? 9999))
  const orders = rows.map((row) => row.orders)
  const revenues = rows.map((row) => row.netRevenue)
  return rows.map((row) => {
    const recency = fifth(recencies, -(row.recencyDays ?? 9999))
    const frequency = fifth(orders, row.orders)
    const monetary = fifth(revenues, row.netRevenue)
    const segment = rfmSegment({ recency, frequency, monetary })
    return { ...row, rfm: `${recency}${frequency}${monetary}`, rfmSegment: segment }
  })
}
