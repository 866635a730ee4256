import type { AccountRow } from '@vitalfew/contract/accounts.ts'
import type { AliveHistory, CustomerValue, FittedModel, HoldoutScore } from '@vitalfew/contract/customer-value.ts'
import { cents, exampleAsOf } from './example-accounts.fixture.ts'

const dayLength = 86_400_000
const weeks = 7
/** BG/NBD parameters such as business customers have, in weeks. */
const parameters = { r: 0.86, alpha: 4.1, a: 0.74, b: 3.9 }
const names = ['lastYear', 'rfmCell', 'nbd', 'pareto-nbd', 'bg-nbd', 'mbg-nbd', 'mbg-cnbd-k'] as const

/** Accounts with the figures of their value; those without a second purchase are valued low, one without any not at all. */
export function exampleValued(rows: readonly AccountRow[]): AccountRow[] {
  return rows.map((row, index) => {
    if (row.netRevenue <= 0) return { ...row, ...unvalued }
    const cycle = row.medianDaysBetweenOrders ?? 45
    const silence = row.recencyDays ?? 0
    const pAlive = row.orders < 2 ? 0.62 : 1 / (1 + 0.02 * (silence / cycle) ** 3.2)
    const expectedOrders = (pAlive * 0.93 * 365.25) / cycle
    const lastYear = row.monthlyRevenue.slice(12).reduce((sum, amount) => sum + amount, 0)
    const full = (row.margin ?? 0.22) * Math.max(lastYear, row.netRevenue / 4) * 0.93
    const spread = 0.18 + 0.5 / Math.sqrt(row.orders)
    const due = Date.parse(`${row.lastOrder ?? exampleAsOf}T00:00:00Z`) + cycle * dayLength
    return {
      ...row,
      pAlive: Math.round(pAlive * 1e6) / 1e6,
      expectedOrders,
      clv: cents(full * pAlive),
      clvLower: index === 40 ? 0 : cents(full * pAlive * Math.max(0, 1 - spread * 1.1)),
      clvUpper: cents(full * (pAlive + (1 - pAlive) * 0.3) * (1 + spread)),
      valueAtRisk: cents(full * pAlive * (1 - pAlive)),
      nextOrderDue: new Date(due).toISOString().slice(0, 10),
      overdueCycles: (silence - cycle) / cycle,
    }
  })
}

const unvalued = {
  pAlive: null,
  expectedOrders: null,
  clv: null,
  clvLower: null,
  clvUpper: null,
  valueAtRisk: null,
  nextOrderDue: null,
  overdueCycles: null,
}

/** What a run says of these accounts when a model has beaten the baselines. */
export function exampleValue(rows: readonly AccountRow[]): CustomerValue {
  const valued = rows.filter((row) => (row.clv ?? null) !== null)
  const total = cents(valued.reduce((sum, row) => sum + (row.clv ?? 0), 0))
  return {
    asOf: exampleAsOf,
    unit: 'week',
    horizonMonths: 12,
    discount: 0.1,
    basis: 'grossProfit',
    costs: null,
    margin: 1,
    currency: 'CNY',
    customers: valued.length,
    repeaters: valued.filter((row) => row.orders > 1).length,
    firstDay: '2024-01-13',
    calibrateUntil: '2026-01-01',
    holdoutUntil: exampleAsOf,
    comparedCustomers: valued.length - 9,
    accountsWithoutPurchase: rows.length - valued.length,
    purchaseRule: { positiveOnly: false, firstSpendCounts: true },
    models: exampleModels(),
    finalModels: exampleModels().filter(({ name }) => name === 'mbg-cnbd-k' || name === 'gamma-gamma'),
    baselines: names.slice(0, 3).map((name, index) => ({
      name: name === 'lastYear' || name === 'rfmCell' ? name : 'nbd',
      holdout: exampleScore(index),
    })),
    chosen: 'mbg-cnbd-k',
    why: '采用 MBG/CNBD-k：在 2026 年上半年没有见过的 1,318 次购买上，它平均每家只差 1.212 次，比最好的基准“去年重演”（1.640 次）准 26%，三次回测都赢。',
    backtest: exampleBacktest(valued.length),
    calibration: Array.from({ length: 10 }, (_, index) => ({
      decile: index + 1,
      customers: Math.floor(valued.length / 10),
      expected: 0.24 * (index + 0.4) ** 1.75,
      actual: 0.24 * (index + 0.4) ** 1.75 * (1.06 - 0.2 * Math.sin(index * 1.9)),
    })),
    tracking: exampleTracking(),
    matrix: exampleMatrix(),
    equity: {
      total,
      lower: cents(total * 0.87),
      upper: cents(total * 1.14),
      atRisk: cents(valued.reduce((sum, row) => sum + (row.valueAtRisk ?? 0), 0)),
      accounts: valued.length,
      oneTimeAccounts: valued.filter((row) => row.orders < 2).length,
      worthlessAccounts: rows.length - valued.length,
    },
  }
}

const scores: readonly (readonly [expected: number, mae: number, spearman: number, top: number])[] = [
  [1604, 1.64, 0.71, 0.318],
  [1571, 1.705, 0.66, 0.297],
  [1893, 1.982, 0.74, 0.321],
  [1287, 1.241, 0.792, 0.338],
  [1262, 1.266, 0.781, 0.335],
  [1249, 1.259, 0.784, 0.335],
  [1301, 1.212, 0.801, 0.338],
]

function exampleScore(index: number): HoldoutScore {
  const [expected, mae, spearman, topDecileShare] = scores[index] ?? [0, 0, 0, 0]
  return { expected, actual: 1318, mae, spearman, topDecileShare }
}

function exampleModels(): FittedModel[] {
  const fit = (
    index: number,
    part: Pick<FittedModel, 'name' | 'parameters' | 'verdict' | 'verdictText'>,
  ): FittedModel => ({
    ...part,
    standardErrors: Object.fromEntries(
      Object.entries(part.parameters).map(([name, value]) => [name, name === 'k' ? null : value * 0.11]),
    ),
    logLikelihood: -18_240.5 - 40 * (7 - index),
    aic: 36_489 + 80 * (7 - index),
    bic: 36_503.8 + 80 * (7 - index),
    converged: part.verdict === 'converged',
    holdout: part.name === 'gamma-gamma' ? null : exampleScore(index),
  })
  const fine = { verdict: 'converged', verdictText: '已收敛' } as const
  return [
    fit(2, { name: 'nbd', parameters: { r: 0.714, alpha: 6.302 }, ...fine }),
    fit(3, { name: 'pareto-nbd', parameters: { r: 0.91, alpha: 4.72, s: 0.58, beta: 21.4 }, ...fine }),
    fit(4, { name: 'bg-nbd', parameters, ...fine }),
    fit(5, { name: 'mbg-nbd', parameters: { r: 1.02, alpha: 4.6, a: 0.69, b: 3.1 }, ...fine }),
    fit(6, { name: 'mbg-cnbd-k', parameters: { r: 1.1, alpha: 2.3, a: 0.66, b: 3.2, k: 2 }, ...fine }),
    fit(1, {
      name: 'gamma-gamma',
      parameters: { p: 3.13, q: 1.92, gamma: 8104.2 },
      verdict: 'converged',
      verdictText: '已收敛：每次购买的金额因客户而异',
    }),
  ]
}

function exampleBacktest(customers: number): CustomerValue['backtest'] {
  const origins = ['2025-01-01', '2025-07-01', '2026-01-01', '2026-07-01']
  return origins.slice(0, 3).map((calibrateUntil, round) => {
    const scored = names.map((name, index) => {
      const score = exampleScore(index)
      return { name, score: { ...score, mae: score.mae * (1.14 - 0.07 * round) + 0.02 * Math.sin(index * 3 + round) } }
    })
    const best = scored.toSorted((a, b) => a.score.mae - b.score.mae)[0]?.name ?? 'lastYear'
    return {
      calibrateUntil,
      holdoutUntil: origins[round + 1] ?? exampleAsOf,
      customers: customers - 40 + 20 * round,
      actual: 1080 + 119 * round,
      scores: scored,
      best,
    }
  })
}

function exampleTracking(): CustomerValue['tracking'] {
  const start = Date.UTC(2024, 0, 15)
  const holdoutFrom = '2026-01-05'
  const periods = Array.from({ length: 127 }, (_, week) => {
    const expected = 52 * (1 - Math.exp(-week / 9))
    const season = 1 + 0.14 * Math.sin(((week - 8) / 52) * 2 * Math.PI) + 0.12 * Math.sin(week * 2.7)
    const day = new Date(start + week * weeks * dayLength).toISOString().slice(0, 10)
    return { day, actual: Math.round(expected * season), expected }
  })
  return { holdoutFrom, periods }
}

function exampleMatrix(): CustomerValue['matrix'] {
  const ageDays = 640
  const purchases = [0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48]
  const silenceDays = [0, 14, 30, 60, 90, 120, 180, 240, 365, 480, 600]
  const { r, alpha } = parameters
  const grid = (figure: (x: number, alive: number) => number) =>
    silenceDays.map((silence) =>
      purchases.map((x) => {
        if (x > (ageDays - silence) / 2) return null
        return figure(x, aliveAt(x, { ageDays, lastDays: x === 0 ? 0 : ageDays - silence }))
      }),
    )
  return {
    ageDays,
    purchases,
    silenceDays,
    pAlive: grid((_, alive) => alive),
    expectedOrders: grid((x, alive) => alive * ((r + x) / (alpha + ageDays / weeks)) * 52 * 0.88),
  }
}

/** P(alive) of the MBG/NBD for x repeat purchases, the last of them `lastDays` after the first. */
function aliveAt(x: number, time: { ageDays: number; lastDays: number }): number {
  const { r, alpha, a, b } = parameters
  const ratio = ((alpha + time.ageDays / weeks) / (alpha + time.lastDays / weeks)) ** (r + x)
  return 1 / (1 + (a / (b + x)) * ratio)
}

/** The largest accounts, every third day of the last two years. */
export function exampleHistories(rows: readonly AccountRow[]): AliveHistory[] {
  const asOf = Date.parse(`${exampleAsOf}T00:00:00Z`)
  return rows.slice(0, 12).map(({ account, accountName, medianDaysBetweenOrders, recencyDays }, index) => {
    const cycle = (medianDaysBetweenOrders ?? 60) + 4
    const from = 730 - index * 20
    const days: number[] = []
    for (let ago = from; ago >= (recencyDays ?? 0); ago -= Math.max(4, Math.round(cycle * (1 + 0.5 * Math.sin(ago)))))
      days.push(ago)
    const isoDay = (ago: number) => new Date(asOf - ago * dayLength).toISOString().slice(0, 10)
    const points = [
      ...new Set([...days, ...Array.from({ length: Math.floor(from / 3) }, (_, step) => from - step * 3), 0]),
    ]
    return {
      account,
      accountName,
      purchaseDays: days.map(isoDay),
      points: points
        .toSorted((a, b) => b - a)
        .map((ago) => {
          const past = days.filter((day) => day >= ago)
          const last = past.at(-1) ?? from
          return { day: isoDay(ago), pAlive: aliveAt(past.length - 1, { ageDays: from - ago, lastDays: from - last }) }
        }),
    }
  })
}

/** The same run where no model did better than repeating the last year: no probabilities, no tracking, no matrix. */
export function exampleBaselineValue(value: CustomerValue): CustomerValue {
  return {
    ...value,
    chosen: 'lastYear',
    why: '采用基准“去年重演”：没有模型比它更准。',
    tracking: null,
    matrix: null,
    finalModels: [],
  }
}

/** Too little to go by: every verdict says why, and there is nothing else to show. */
export function exampleUnknownValue(value: CustomerValue): CustomerValue {
  return {
    ...value,
    chosen: 'none',
    why: '还没有客户买过第二次，无法预测。',
    calibrateUntil: null,
    holdoutUntil: null,
    models: [
      {
        name: 'mbg-nbd',
        parameters: {},
        standardErrors: {},
        logLikelihood: null,
        aic: null,
        bic: null,
        converged: false,
        verdict: 'tooFewRepeaters',
        verdictText: '复购客户太少',
        holdout: null,
      },
    ],
    finalModels: [],
    baselines: [],
    backtest: [],
    calibration: [],
    tracking: null,
    matrix: null,
    equity: null,
  }
}
