import type { KeyAccount } from '@vitalfew/contract/run.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { roundDecimals } from '@vitalfew/methods/arithmetic/round-decimals.ts'
import { amountFromMicros } from '@vitalfew/methods/arithmetic/amount-from-micros.ts'
import { compareNames } from '@vitalfew/methods/ranking/compare-names.ts'
import { accountScores } from '@vitalfew/methods/scoring/account-scores.ts'
import { assignTiers } from '@vitalfew/methods/scoring/assign-tiers.ts'
import { criterionFigures } from '@vitalfew/methods/scoring/criterion-figures.ts'
import type { CriterionRank } from '@vitalfew/methods/scoring/weighted-score.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import {
  type BatchWarehouse,
  type LoadedBatch,
  measureBatch,
  openBatchWarehouse,
} from '../metrics/batch-warehouse.fixture.ts'
import { differences, type Figures } from '../metrics/differences.fixture.ts'
import { everyBatch } from '../metrics/every-batch.fixture.ts'
import { defaultModel, selectAccounts } from './index.ts'

const tieredAccounts = defineQuery({
  name: 'tiered-accounts',
  parameters: z.object({}),
  row: z.object({
    account: z.string(),
    score: z.number(),
    tier: z.string(),
    tierRule: z.string(),
    values: z.array(z.number()),
    known: z.array(z.int()),
  }),
  sql: `
SELECT account, score, tier, tier_rule AS tierRule, criterion_values AS values, known
FROM account_score
INNER JOIN account_metrics USING (run_id, account_key)`,
})

const criterionOrder = ['value', 'profit', 'growth', 'loyalty', 'breadth'] as const
const request = { model: defaultModel, locale: 'en', currency: 'CNY' } as const
const weightOf = (criterion: string): number => defaultModel.weights.values?.[criterion] ?? 0

let opened: BatchWarehouse

beforeAll(async () => {
  opened = await openBatchWarehouse()
})

afterAll(() => opened.close())

it('scores, tiers and reasons agree with their pure twins in every shape of data', { timeout: 180_000 }, async () => {
  await everyBatch(async (batch) => {
    const loaded = await measureBatch(opened.warehouse, batch)
    const { keyAccounts: chosen } = await selectAccounts(opened.warehouse, { ...loaded.scope, ...request })
    const rows = await opened.warehouse.rows(tieredAccounts, {})
    const accounts = twin(loaded)
    const found = new Map(rows.map((row) => [row.account, decided(row)]))
    const expected = new Map([...accounts].map(([account, figures]) => [account, decided(figures)]))
    expect(differences(found, expected)).toEqual([])
    // Both round the score, and a half may fall to either side of the sixth decimal.
    for (const row of rows) expect(Math.abs(row.score - (accounts.get(row.account)?.score ?? 0))).toBeLessThan(1.1e-6)
    expectChosen(chosen, { accounts, loaded })
  })
})

it('where nothing the model asks for is known, all accounts are in the middle and money decides', async () => {
  const lines = ['small', 'large'].map((customer, index) => ({
    customer,
    day: 100,
    orderNumber: '',
    kind: 'sale' as const,
    netRevenue: BigInt(1 + index) * 1_000_000n,
    grossProfit: null,
    quantity: null,
    product: '',
    category: '',
  }))
  const { scope } = await measureBatch(opened.warehouse, {
    shape: 'two days',
    lines,
    memberships: [],
    believed: 0,
    asOf: undefined,
  })
  const criteria = defaultModel.criteria.filter(({ id }) => id === 'growth')
  const model: SelectionModel = { ...defaultModel, criteria, weights: { origin: 'hand', values: { growth: 1 } } }
  const { keyAccounts: chosen } = await selectAccounts(opened.warehouse, { ...scope, ...request, model })
  expect(chosen.map(({ account, score }) => ({ account, score }))).toEqual([
    { account: 'large', score: 50 },
    { account: 'small', score: 50 },
  ])
})

/** What must be the same to the last digit. */
function decided({ tier, tierRule, values, known }: Omit<z.output<typeof tieredAccounts.row>, 'account'>): Figures {
  return { tier, tierRule, values, known }
}

type Selected = ReturnType<typeof twin>

function twin({ accounts }: LoadedBatch) {
  const all = [...accounts]
  const figures = all.map(([, metrics]) => criterionFigures(metrics))
  const columns = criterionOrder.map((criterion) => ({
    criterion,
    weight: weightOf(criterion),
    figures: figures.map((row) => row[criterion]),
  }))
  const scored = accountScores(columns)
  const { tiers, tooLargeToLose } = assignTiers({
    names: all.map(([name]) => name),
    scores: scored.map((account) => account.score),
    netRevenues: all.map(([, metrics]) => amountFromMicros(metrics.netRevenue)),
  })
  return new Map(
    all.map(([name, metrics], index) => {
      const ranks = scored[index]?.ranks ?? []
      const percentileOf = (criterion: string): number | null =>
        ranks.find((rank) => rank.criterion === criterion)?.percentile ?? null
      return [
        name,
        {
          score: scored[index]?.score ?? 0,
          ranks,
          tier: tiers[index] ?? 'ordinary',
          tierRule: metrics.netRevenue <= 0n ? 'gate' : tooLargeToLose[index] === true ? 'share' : 'score',
          values: criterionOrder.map((criterion) => percentileOf(criterion) ?? 0.5),
          known: criterionOrder.map((criterion) => (percentileOf(criterion) === null ? 0 : 1)),
        },
      ] as const
    }),
  )
}

/** What doubles lose in adding up does not decide between reasons: the order of the model does. */
function strongestReasons(ranks: readonly CriterionRank[]): string[] {
  const effect = ({ criterion, percentile }: CriterionRank): number =>
    roundDecimals(weightOf(criterion) * ((percentile ?? 0) - 0.5), 9)
  return ranks
    .filter(({ percentile }) => percentile !== null)
    .toSorted((a, b) => effect(b) - effect(a))
    .slice(0, 3)
    .map(({ criterion }): string => criterion)
}

function expectChosen(
  chosen: readonly KeyAccount[],
  { accounts, loaded }: { readonly accounts: Selected; readonly loaded: LoadedBatch },
): void {
  const revenueOf = (name: string): bigint => loaded.accounts.get(name)?.netRevenue ?? 0n
  const expected = [...accounts]
    .filter(([, account]) => account.tier !== 'ordinary')
    .toSorted(
      ([nameA, a], [nameB, b]) =>
        Number(b.tier === 'key') - Number(a.tier === 'key') ||
        roundDecimals(b.score, 6) - roundDecimals(a.score, 6) ||
        Number(revenueOf(nameB) - revenueOf(nameA)) ||
        compareNames(nameA, nameB),
    )
  expect(chosen.map((account) => account.account)).toEqual(expected.map(([name]) => name))
  for (const [index, [name, account]] of expected.entries()) {
    const own = strongestReasons(account.ranks)
    const named = chosen[index]?.reasons.map((reason) => reason.criterion)
    expect({ name, named }).toEqual({ name, named: account.tierRule === 'share' ? ['share', ...own].slice(0, 3) : own })
    const figures: Figures = { revenue: chosen[index]?.netRevenue ?? 0 }
    expect(
      differences(new Map([[name, figures]]), new Map([[name, { revenue: amountFromMicros(revenueOf(name)) }]])),
    ).toEqual([])
  }
}
