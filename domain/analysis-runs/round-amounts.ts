import type { Run } from '@vitalfew/contract/run.ts'

/** The run with every amount rounded to the decimals of its currency, and shares to ten digits. */
export function roundAmounts(run: Run, decimals: number): Run {
  const money = (value: number): number => rounded(value, decimals)
  const moneyOrNull = (value: number | null): number | null => (value === null ? null : money(value))
  const share = (value: number): number => rounded(value, 10)
  const abcMoney = run.abc.measure === 'orders' ? (value: number): number => value : money
  const abcClass = (item: Run['abc']['classes']['A']) => ({
    accounts: item.accounts,
    share: share(item.share),
    amount: abcMoney(item.amount),
  })
  const { totals, abc, rfm, lifecycle, concentration, quality } = run
  return {
    ...run,
    totals: {
      ...totals,
      netRevenue: money(totals.netRevenue),
      grossRevenue: money(totals.grossRevenue),
      grossProfit: moneyOrNull(totals.grossProfit),
      returns: money(totals.returns),
    },
    contribution: run.contribution === null ? null : { ...run.contribution, amount: money(run.contribution.amount) },
    abc: {
      ...abc,
      classes: { A: abcClass(abc.classes.A), B: abcClass(abc.classes.B), C: abcClass(abc.classes.C) },
      unclassified: { accounts: abc.unclassified.accounts, amount: abcMoney(abc.unclassified.amount) },
      gini: share(abc.gini),
      hhi: share(abc.hhi),
      topShares: abc.topShares.map((item) => ({ ...item, share: share(item.share) })),
      matrix: abc.matrix.map((item) => ({ ...item, amount: abcMoney(item.amount) })),
    },
    rfm: {
      segments: rfm.segments.map((item) => ({ ...item, netRevenue: money(item.netRevenue) })),
      grid: rfm.grid.map((item) => ({ ...item, netRevenue: money(item.netRevenue) })),
    },
    lifecycle: {
      ...lifecycle,
      stages: lifecycle.stages.map((item) => ({ ...item, netRevenue: money(item.netRevenue) })),
    },
    concentration: {
      largestAccount: concentration.largestAccount,
      largestAccountName: concentration.largestAccountName,
      netRevenue: money(concentration.netRevenue),
      netRevenueShare: share(concentration.netRevenueShare),
      grossProfit: moneyOrNull(concentration.grossProfit),
      grossProfitShare: concentration.grossProfitShare === null ? null : share(concentration.grossProfitShare),
      netRevenueWithout: money(concentration.netRevenueWithout),
      grossProfitWithout: moneyOrNull(concentration.grossProfitWithout),
    },
    quality: {
      score: rounded(quality.score, 4),
      issues: quality.issues.map((item) => ({ ...item, amount: money(item.amount) })),
    },
    keyAccounts: run.keyAccounts.map((item) => ({
      ...item,
      score: rounded(item.score, 2),
      netRevenue: money(item.netRevenue),
      grossProfit: moneyOrNull(item.grossProfit),
    })),
  }
}

function rounded(value: number, decimals: number): number {
  // Through the shortest decimal text, so that 1.005 rounds as it is written and not as it is stored.
  const scaled = Math.round(Number(`${value}e${decimals}`))
  return Number.isFinite(scaled) ? Number(`${scaled}e-${decimals}`) : Number(value.toFixed(decimals))
}
