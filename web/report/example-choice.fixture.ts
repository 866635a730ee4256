import type { KeyAccount, Reason } from '@vitalfew/contract/run.ts'
import type { AccountRow } from '@vitalfew/contract/accounts.ts'
import type { Backtest, BacktestRanking } from '@vitalfew/contract/selection-backtest.ts'
import type { Report } from '@vitalfew/contract/report.ts'
import type { SelectedAccount, Selection } from '@vitalfew/contract/selection.ts'

const weights = { value: 0.35, profit: 0.25, growth: 0.15, loyalty: 0.15, breadth: 0.1 }
type Name = keyof typeof weights
const names: readonly Name[] = ['value', 'profit', 'growth', 'loyalty', 'breadth']
const titles: Record<Name, string> = {
  value: '净销售额',
  profit: '毛利',
  growth: '近12个月增长',
  loyalty: '活跃月数',
  breadth: '产品数',
}

interface Made {
  accounts: readonly AccountRow[]
  keyAccounts: readonly KeyAccount[]
  /** Where an account stands by each criterion. */
  reasons: ReadonlyMap<string, readonly Reason[]>
}

/** How the made-up accounts were chosen, with something of everything that a run can tell. */
export function exampleChoice(made: Made): Selection {
  const accounts = made.keyAccounts.map((entry, index) => selectedAccount(entry, { made, index }))
  return {
    model: 'default',
    version: 1,
    title: '综合价值',
    description: '按规模、利润、增长、忠诚度和产品广度综合评分。',
    origin: 'hand',
    aggregation: 'weightedSum',
    criteria: names.map((id) => ({ id, title: titles[id], weight: weights[id], known: made.accounts.length - 3 })),
    population: made.accounts.length,
    gated: 4,
    meanScore: 50,
    tiers: [
      tierOf(made, { id: 'key', title: '关键', rule: '依次取全部客户的 4%' }),
      tierOf(made, { id: 'strategic', title: '战略', rule: '依次取 24 家' }),
      tierOf(made, { id: 'ordinary', title: '普通', rule: '其余客户' }),
    ],
    notes: [],
    accounts,
    belowTheLine: made.accounts
      .filter(({ tier }) => tier === 'ordinary')
      .slice(0, 3)
      .map(below),
    migration: {
      fromRun: '20260401-11aa22bb',
      fromAsOf: '2026-04-01',
      cells: [
        { from: 'key', to: 'key', accounts: 9, netRevenueBefore: 40e6, netRevenueAfter: 44e6 },
        { from: 'strategic', to: 'key', accounts: 3, netRevenueBefore: 4e6, netRevenueAfter: 7e6 },
        { from: 'key', to: 'strategic', accounts: 1, netRevenueBefore: 6e6, netRevenueAfter: 2e6 },
        { from: null, to: 'ordinary', accounts: 12, netRevenueBefore: 0, netRevenueAfter: 1e6 },
      ],
    },
    sensitivity: {
      seed: 1,
      draws: 1000,
      concentration: 100,
      byDepartment: false,
      firm: accounts.length - 3,
      aboveTheLine: accounts.length,
      reversals: [],
      text: '',
    },
    fairness: [],
    overrides: [],
    backtest: exampleBacktest,
  }
}

function tierOf(made: Made, tier: { id: string; title: string; rule: string }): Selection['tiers'][number] {
  const rows = made.accounts.filter((row) => row.tier === tier.id)
  const sum = (figure: (row: AccountRow) => number) =>
    Math.round(rows.reduce((total, row) => total + figure(row), 0) * 100) / 100
  return {
    ...tier,
    accounts: rows.length,
    netRevenue: sum((row) => row.netRevenue),
    grossProfit: sum((row) => row.grossProfit ?? 0),
    emptyBecause: null,
  }
}

function selectedAccount(entry: KeyAccount, of: { made: Made; index: number }): SelectedAccount {
  const probability = Math.max(0.42, 1 - of.index / 50)
  const { account, accountName, tier, score } = entry
  return {
    account,
    accountName,
    tier,
    score,
    tierRule: 'score',
    since: '2026-07-01',
    previousTier: of.index === 1 ? 'strategic' : null,
    lower: score,
    upper: score,
    contributions: names.map((criterion) => {
      const reason = of.made.reasons.get(account)?.find((one) => one.criterion === criterion)
      const normalized = reason?.percentile ?? 0.5
      const points = weights[criterion] * (normalized - 0.5) * 100
      return {
        criterion,
        title: titles[criterion],
        value: reason?.value ?? null,
        normalized,
        points,
        text: titles[criterion],
      }
    }),
    sentences: ['得分高于平均。'],
    probabilities: [
      { tier, probability },
      { tier: 'ordinary', probability: 1 - probability },
    ],
    weightIntervals: null,
  }
}

function below(row: AccountRow, index: number): Selection['belowTheLine'][number] {
  const way = {
    changes: [{ criterion: 'breadth', from: 9, to: 14, cost: null }],
    cost: null,
    score: 80.4,
    tier: 'strategic',
    text: '产品数由 9 变为 14，得分将为 80.4，进入战略。',
  }
  return {
    account: row.account,
    accountName: row.accountName,
    tier: 'ordinary',
    target: 'strategic',
    score: 79 - index,
    needed: 80.25,
    netRevenue: row.netRevenue,
    ways: index === 0 ? [way] : [],
    best: index === 1 ? 79.5 : null,
    text: way.text,
  }
}

const capture = (ranking: BacktestRanking, share: number, width: number) => ({
  ranking,
  amount: share * 1e7,
  share,
  lower: share - width,
  upper: share + width,
})

const exampleBacktest: Backtest = {
  model: 'default@1',
  challenger: null,
  measure: 'grossProfit',
  horizonMonths: 6,
  seed: 1,
  origins: [
    {
      asOf: '2026-01-01',
      until: '2026-07-01',
      accounts: 280,
      top: 36,
      captures: [
        capture('champion', 0.6, 0.1),
        capture('revenue', 0.55, 0.1),
        capture('rfm', 0.5, 0.1),
        capture('chance', 0.13, 0.05),
        capture('foresight', 0.7, 0),
      ],
      duels: [
        { against: 'revenue', difference: 0.05, lower: -0.02, upper: 0.1, verdict: 'cannotTell' },
        { against: 'rfm', difference: 0.1, lower: 0.02, upper: 0.2, verdict: 'better' },
      ],
    },
  ],
  wins: [
    { against: 'revenue', better: 0, worse: 0, cannotTell: 1 },
    { against: 'rfm', better: 1, worse: 0, cannotTell: 0 },
  ],
  verdict: '名单带来随后 6 个月毛利的 60%，分不出是否好于按销售额排名。',
  notes: ['历史较短。', '历史只够一个时点，结论要谨慎。'],
}

/** The same report by a model whose first tier is its own, and which tells no more than it has to. */
export function exampleClubs(report: Report): Report {
  const { selection } = report.run
  if (selection === null) return report
  const club = <Tiered extends { tier: string }>(entry: Tiered) =>
    entry.tier === 'key' ? { ...entry, tier: 'gold-club' } : entry
  const run = {
    ...report.run,
    keyAccounts: report.run.keyAccounts.map(club),
    selection: {
      ...selection,
      model: 'clubs',
      tiers: selection.tiers.map((tier) => (tier.id === 'key' ? { ...tier, id: 'gold-club', title: 'Gold' } : tier)),
      accounts: selection.accounts.map((entry) => ({ ...club(entry), probabilities: null })),
      belowTheLine: [],
      migration: null,
      sensitivity: null,
      backtest: null,
    },
  }
  return { ...report, run, accounts: report.accounts.map(club) }
}
