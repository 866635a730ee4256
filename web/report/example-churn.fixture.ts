import type {
  Churn,
  ChurnAccount,
  ChurnLevel,
  ChurnRate,
  ChurnSignal,
  SurvivalCurve,
} from '@vitalfew/contract/churn.ts'
import type { AccountRow } from '@vitalfew/contract/accounts.ts'
import { cents, exampleAsOf } from './example-accounts.fixture.ts'

/** What a run says of these accounts' leaving. */
export function exampleChurn(rows: readonly AccountRow[]): Churn {
  const accounts = rows.filter((row) => row.netRevenue > 0 && row.orders > 1).map(exampleChurnAccount)
  const levels = (['high', 'medium', 'low', 'left'] as const).map((level) => {
    const members = accounts.filter((account) => account.level === level)
    return {
      level,
      accounts: members.length,
      netRevenue: cents(members.reduce((sum, account) => sum + account.netRevenue, 0)),
      valueAtRisk: cents(members.reduce((sum, account) => sum + (account.valueAtRisk ?? 0), 0)),
    }
  })
  const byStake = accounts.toSorted((a, b) => (b.valueAtRisk ?? 0) - (a.valueAtRisk ?? 0))
  return {
    asOf: exampleAsOf,
    basis: 'orders',
    horizonMonths: 6,
    currency: 'CNY',
    levels,
    valueAtRisk: cents(levels.reduce((sum, level) => sum + level.valueAtRisk, 0)),
    months: Array.from({ length: 24 }, (_, index) => ({
      month: new Date(Date.UTC(2024, 6 + index, 1)).toISOString().slice(0, 10),
      rate: exampleRate(220 + 3 * index, Math.max(0, Math.round(4 + 3.4 * Math.sin(index * 1.3) + (index % 5) - 1))),
      returned: index % 3,
    })),
    cutsFrom: '2025-07-01',
    cuts: [
      exampleCut('region', ['华东', '华南', '华北', '西南', '华中', '东北', '西北', '']),
      exampleCut('abcClass', ['A', 'B', 'C']),
      exampleCut('firstYear', ['2021', '2022', '2023', '2024', '2025']),
      exampleCut(
        'salesperson',
        Array.from({ length: 17 }, (_, index) => `业务员 ${String(index + 1)}`),
      ),
    ],
    reasons: [
      { reason: '价格', accounts: 14, netRevenue: 4_812_300 },
      { reason: '交期不稳', accounts: 9, netRevenue: 6_120_940.5 },
      { reason: '转向竞争对手 <b>A</b>', accounts: 6, netRevenue: 2_204_000 },
      { reason: '停产或搬迁', accounts: 3, netRevenue: 310_050 },
    ],
    survival: [
      exampleSurvival({ dimension: '', group: '', accounts: 299, monthlyLoss: 0.021 }),
      exampleSurvival({ dimension: 'abcClass', group: 'A', accounts: 61, monthlyLoss: 0.007 }),
      exampleSurvival({ dimension: 'abcClass', group: 'B', accounts: 84, monthlyLoss: 0.018 }),
      exampleSurvival({ dimension: 'abcClass', group: 'C', accounts: 154, monthlyLoss: 0.034 }),
    ],
    logRank: [{ dimension: 'abcClass', statistic: 38.41, degrees: 2, p: 4.6e-9 }],
    warnings: byStake.filter(({ level }) => level === 'high' || level === 'medium'),
    winBack: byStake.filter(({ level }) => level === 'left'),
    backtest: [
      exampleOrigin({ asOf: '2025-01-01', until: '2025-07-01', warned: 24, correct: 15, naive: 0.42 }),
      exampleOrigin({ asOf: '2025-07-01', until: '2026-01-01', warned: 27, correct: 19, naive: 0.44 }),
      exampleOrigin({ asOf: '2026-01-01', until: '2026-07-01', warned: 22, correct: 16, naive: 0.5 }),
    ],
    verdict:
      '三次回测共预警 73 家，其中 50 家（68%）后来真的离开；只看沉默天数列出同样多的客户，只能说中 45%。预警可信，但仍有三分之一会虚惊。',
    contracts: null,
  }
}

function exampleChurnAccount(row: AccountRow): ChurnAccount {
  const cycle = row.medianDaysBetweenOrders ?? 40
  const recencyDays = row.recencyDays ?? 0
  const silence = recencyDays / cycle
  const level: ChurnLevel = silence > 8 ? 'left' : silence > 4 ? 'high' : silence > 2 ? 'medium' : 'low'
  const risk = Math.min(0.97, Math.round((1 - (row.pAlive ?? 0.5) ** 1.4 + 0.03) * 1e4) / 1e4)
  const clv = cents((row.clv ?? 0) / Math.max(0.02, row.pAlive ?? 1))
  const lastYear = cents(row.monthlyRevenue.slice(12).reduce((sum, amount) => sum + amount, 0))
  const left = Date.parse(`${row.lastOrder ?? exampleAsOf}T00:00:00Z`) + 8 * cycle * 86_400_000
  return {
    account: row.account,
    accountName: row.accountName,
    level,
    risk,
    clv,
    valueAtRisk: cents(clv * (level === 'left' ? 0.12 : risk)),
    revenueLast12Months: lastYear,
    netRevenue: row.netRevenue,
    lastOrder: row.lastOrder,
    recencyDays,
    usualDaysBetweenOrders: cycle,
    signals: exampleSignals(row, silence),
    leftOn: level === 'left' ? new Date(left).toISOString().slice(0, 10) : null,
    manner: level === 'left' ? (row.orders % 2 === 0 ? 'fading' : 'sudden') : null,
    reason: level === 'left' && row.orders % 3 === 0 ? '交期不稳' : null,
  }
}

function exampleSignals(row: AccountRow, silence: number): ChurnSignal[] {
  const signal = (name: ChurnSignal['signal'], figures: [value: number | null, usual: number | null]): ChurnSignal => ({
    signal: name,
    value: figures[0],
    usual: figures[1],
    strength: 1.2,
    text: '',
  })
  const average = row.averageOrderValue ?? 0
  const all = [
    signal('silence', [row.recencyDays, row.medianDaysBetweenOrders]),
    signal('fewerOrders', [3, 11]),
    signal('shrinkingBasket', [average * 0.55, average]),
    signal('fewerCategories', [1, 4]),
    signal('moreReturns', [0.083, 0.012]),
    signal('lowProbability', [row.pAlive ?? null, null]),
    signal('complaints', [2, 0]),
  ]
  return silence > 2 ? [...all.slice(0, 1), ...all.slice(1 + (row.orders % 4), 3 + (row.orders % 4))] : []
}

function exampleRate(accounts: number, left: number): ChurnRate {
  const z = 1.96
  const rate = left / accounts
  const middle = (rate + z ** 2 / (2 * accounts)) / (1 + z ** 2 / accounts)
  const half = (z / (1 + z ** 2 / accounts)) * Math.sqrt((rate * (1 - rate)) / accounts + z ** 2 / (4 * accounts ** 2))
  return {
    accounts,
    left,
    rate,
    lower: Math.max(0, middle - half),
    upper: Math.min(1, middle + half),
    wonBack: Math.floor(left / 5),
    revenueLost: cents(left * 43_210.55),
  }
}

function exampleCut(dimension: Churn['cuts'][number]['dimension'], values: readonly string[]): Churn['cuts'][number] {
  return {
    dimension,
    omitted: dimension === 'salesperson' ? 5 : 0,
    values: values.map((value, index) => ({
      value,
      rate: exampleRate(78 - 4 * index, Math.round((78 - 4 * index) * (0.06 + 0.035 * ((index * 3) % 5)))),
    })),
  }
}

function exampleSurvival(
  curve: Pick<SurvivalCurve, 'dimension' | 'group' | 'accounts'> & { monthlyLoss: number },
): SurvivalCurve {
  const { dimension, group, accounts, monthlyLoss } = curve
  const points = Array.from({ length: 49 }, (_, index) => {
    const month = index * 0.75
    const survival = Math.exp(-monthlyLoss * Math.floor(month * 1.1))
    const half = 1.96 * Math.sqrt((survival * (1 - survival)) / accounts)
    const atRisk = Math.round(accounts * survival * (1 - index / 60))
    return { month, survival, lower: Math.max(0, survival - half), upper: Math.min(1, survival + half), atRisk }
  })
  const median = Math.LN2 / monthlyLoss
  const isReached = median < 36
  return {
    dimension,
    group,
    accounts,
    left: Math.round(accounts * (1 - (points.at(-1)?.survival ?? 1)) * 0.6),
    medianMonths: isReached ? median : null,
    medianLower: isReached ? median * 0.88 : null,
    medianUpper: isReached && median < 30 ? median * 1.15 : null,
    points,
  }
}

function exampleOrigin(origin: { asOf: string; until: string; warned: number; correct: number; naive: number }) {
  const { asOf, until, warned, correct } = origin
  const precision = exampleRate(warned, correct)
  return {
    asOf,
    until,
    accounts: 262,
    left: 31,
    warned,
    correct,
    precision: precision.rate,
    precisionLower: precision.lower,
    precisionUpper: precision.upper,
    recall: correct / 31,
    lift: precision.rate / (31 / 262),
    naivePrecision: origin.naive,
  }
}

/** What contracts with an end tell. */
export const exampleContracts: NonNullable<Churn['contracts']> = {
  file: '合同.csv',
  shape: 'terms',
  contracts: 164,
  customers: 120,
  running: 71,
  ended: 93,
  rate: exampleRate(93, 19),
  renewals: [0.79, 0.86, 0.9, 0.93].map((retention, index) => ({
    renewal: index + 1,
    due: Math.round(93 * 0.55 ** index),
    renewed: Math.round(93 * 0.55 ** index * retention),
    retention,
    expectedRetention: retention - 0.01 * Math.cos(index),
    expectedSurvival: 0.79 ** (index + 1) + 0.05 * index,
  })),
  renewalModel: { alpha: 0.81, beta: 3.1, logLikelihood: -81.3, verdict: 'converged' },
  survival: [
    exampleSurvival({ dimension: '', group: '', accounts: 120, monthlyLoss: 0.024 }),
    exampleSurvival({ dimension: '付款方式', group: '月付', accounts: 70, monthlyLoss: 0.04 }),
    exampleSurvival({ dimension: '付款方式', group: '年付', accounts: 50, monthlyLoss: 0.011 }),
  ],
  logRank: [{ dimension: '付款方式', statistic: 2.81, degrees: 1, p: 0.094 }],
  cuts: [{ ...exampleCut('region', ['月付', '年付']), dimension: '付款方式' }],
  reasons: [
    { reason: '价格', accounts: 9, value: 412_300 },
    { reason: '服务响应慢', accounts: 4, value: null },
  ],
  factors: [
    ['付款方式', '月付', '年付', 2.4, 1.5],
    ['投诉', '', '', 1.35, 1.18],
    ['服务等级', '专属', '标准', 0.48, 1.47],
    ['地区', '西北', '华东', 1.08, 1.6],
  ].map(([column, value, reference, ratio, spread]) => ({
    column: String(column),
    value: String(value),
    reference: String(reference),
    step: value === '' ? 1 : null,
    coefficient: Math.log(Number(ratio)),
    standardError: 0.2,
    hazardRatio: Number(ratio),
    lower: Number(ratio) / Number(spread),
    upper: Number(ratio) * Number(spread),
    p: 0.01,
  })),
  concordance: 0.71,
  changing: null,
  calibration: [
    { from: 0.05, to: 0.1, contracts: 61, expected: 0.08, seen: 0.066, lower: 0.026, upper: 0.157 },
    { from: 0.2, to: 0.4, contracts: 32, expected: 0.27, seen: 0.47, lower: 0.309, upper: 0.636 },
  ],
  risks: Array.from({ length: 8 }, (_, index) => ({
    contract: `HT-2025-${String(101 + index)}`,
    account: `C${String(10_001 + index)}`,
    accountName: `华东恒信机电有限公司 ${String(index)}`,
    endsOn: `2026-${String(7 + (index % 5)).padStart(2, '0')}-30`,
    value: 820_000 / (index + 1),
    months: 24,
    risk: 0.52 - 0.05 * index,
    factors: [{ column: '付款方式', value: '月付', times: 2.4 }],
  })),
}
