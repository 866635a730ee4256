import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type BatchWarehouse, loadBatch, openBatchWarehouse } from '../../metrics/batch-warehouse.fixture.ts'
import { chooseAccounts } from '../choose-accounts.ts'
import { defaultModel } from '../default-model.ts'
import type { GivenFigure } from '../figures/given-figure.ts'
import { backtestSelection } from './backtest-selection.ts'
import { withPastRun } from './past-run.ts'

let opened: BatchWarehouse
const accounts = 40
const firstDay = 18_000
const lastDay = firstDay + 36 * 30

beforeAll(async () => {
  opened = await openBatchWarehouse()
  const lines = Array.from({ length: accounts }, (_, account) =>
    Array.from({ length: 36 }, (__, month) => ({
      customer: customer(account),
      day: firstDay + month * 30,
      orderNumber: '',
      kind: 'sale' as const,
      netRevenue: BigInt(1 + ((account * 7 + month) % 23)) * 1_000_000n,
      grossProfit: null,
      quantity: null,
      product: 'p',
      category: '',
    })),
  ).flat()
  await loadBatch(opened.warehouse, { shape: 'two days', lines, memberships: [], believed: 0, asOf: undefined })
})

afterAll(() => opened.close())

function customer(account: number): string {
  return `account ${String(account).padStart(2, '0')}`
}

const model = {
  ...defaultModel,
  criteria: [{ id: 'wallet', title: { 'zh-CN': '占有率', en: 'Share of wallet' }, metric: 'given.shareOfWallet' }],
  weights: { origin: 'hand' as const, values: { wallet: 1 } },
  gates: [
    {
      id: 'noOverdueDebt',
      condition: { metric: 'given.overdueDebt', atMost: 0, ifUnknown: true },
      text: { 'zh-CN': '没有逾期欠款', en: 'No overdue debt' },
    },
  ],
}

function given(figure: string, day: number, value: (account: number) => number): GivenFigure[] {
  const own = { figure, day: isoFromDay(day), author: '', reason: '', file: 'figures.csv' }
  return Array.from({ length: accounts }, (_, account) => ({
    ...own,
    account: customer(account),
    value: value(account),
  }))
}

const scope = { imports: [7], membershipSequence: 0 }

function tested(figures: readonly GivenFigure[]) {
  const wording = { locale: 'en' as const, currency: 'CNY' }
  return backtestSelection(opened.warehouse, { ...scope, asOf: isoFromDay(lastDay), model, figures, top: 5, wording })
}

const early = given('Share of wallet', firstDay, (account) => (account * 13) % 40)

it('a past day knows no figure of that day or later', { timeout: 180_000 }, async () => {
  const known = await tested([...early, ...given('overdueDebt', firstDay, () => 0)])
  const origins = known?.origins.map(({ asOf }) => asOf) ?? []
  expect(origins.length).toBeGreaterThan(1)
  const [latest = ''] = origins.toSorted().toReversed()
  const from = firstDay + Math.round((Date.parse(latest) - Date.parse(isoFromDay(firstDay))) / 86_400_000)
  // Everything turned round, and the best ones in debt, on the latest past day itself and after it.
  const later = [from, from + 1, lastDay - 1].flatMap((day) => [
    ...given('Share of wallet', day, (account) => -((account * 13) % 40)),
    ...given('overdueDebt', day, (account) => account % 2),
  ])
  const withLater = await tested([...early, ...given('overdueDebt', firstDay, () => 0), ...later])
  expect(withLater).toEqual(known)
  // A day earlier it is known there, and nowhere before.
  const dayBefore = await tested([
    ...early,
    ...given('overdueDebt', firstDay, () => 0),
    ...given('Share of wallet', from - 1, (account) => -((account * 13) % 40)),
  ])
  const captured = (test: typeof known) => test?.origins.map(({ asOf, captures }) => [asOf, captures]).toSorted() ?? []
  expect(captured(dayBefore).slice(0, -1)).toEqual(captured(known).slice(0, -1))
  expect(captured(dayBefore).at(-1)).not.toEqual(captured(known).at(-1))
})

it('says at which past days a figure had not been given yet', { timeout: 180_000 }, async () => {
  const found = await tested([...early, ...given('overdueDebt', lastDay - 1, () => 0)])
  expect(found?.notes).toContain('Of "shareOfWallet" each past day knows only what had been given by then.')
  const days = found?.origins.map(({ asOf }) => asOf).join(', ')
  expect(found?.notes).toContain(`"overdueDebt" had not been given yet and counts as unknown on: ${days}.`)
})

it('a given figure gates, scores and is normalised like any other', { timeout: 60_000 }, async () => {
  const asOf = isoFromDay(lastDay)
  const past = { ...scope, asOf, dataStart: isoFromDay(firstDay), withValue: false }
  const debts = given('overdueDebt', firstDay, (account) => (account === 3 ? 0.01 : 0)).filter(
    ({ account }) => account !== customer(4),
  )
  const stranger = given('overdueDebt', firstDay, () => 1).map((each) => ({ ...each, account: `no ${each.account}` }))
  await withPastRun(opened.warehouse, past, async (runId) => {
    const figures = [...early, ...debts, ...stranger]
    const choose = (chosen: typeof model) =>
      chooseAccounts(opened.warehouse, { ...scope, asOf, runId, model: chosen, figures, isFresh: true })
    const { scored, columns, given: found } = await choose(model)
    expect(scored.failed.filter((gate) => gate !== null)).toEqual(['noOverdueDebt'])
    expect(columns.figures.get('given.overdueDebt')?.[scored.failed.indexOf('noOverdueDebt')]).toBe(0.01)
    expect(found.sources.map(({ figure, known }) => [figure, known])).toEqual([
      ['shareOfWallet', accounts],
      ['overdueDebt', accounts - 1],
    ])
    expect(found.strangers).toHaveLength(accounts)
    // The one nobody said anything about fails where the gate asks for a figure.
    const [gate] = model.gates
    const strict = {
      ...model,
      gates:
        gate === undefined
          ? []
          : [{ ...gate, condition: { metric: 'given.overdueDebt', atMost: 0, ifUnknown: false } }],
    }
    expect((await choose(strict)).scored.failed.filter((each) => each !== null)).toHaveLength(2)
    const [criterion] = model.criteria
    const lower =
      criterion === undefined
        ? []
        : [{ ...criterion, normalization: { method: 'percentile' as const, direction: 'lower' as const } }]
    const turned = await choose({ ...model, criteria: lower })
    turned.scored.scored.scores.forEach((score, i) => expect(score).toBeCloseTo(1 - (scored.scored.scores[i] ?? 0), 9))
  })
})
