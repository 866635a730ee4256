import { readyModelFile, readyModelNames } from '@vitalfew/samples/model-files.ts'
import { sampleFile } from '@vitalfew/samples/sample-files.ts'
import { type Run, spareParts } from '@vitalfew/contract/run.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAnalysis } from '../analysis-runs/index.ts'
import { currentSalesImports, importSalesFiles, planSalesFiles } from '../imports/index.ts'
import { type BatchWarehouse, openBatchWarehouse } from '../metrics/batch-warehouse.fixture.ts'
import { defaultModel } from './default-model.ts'
import { readModel } from './model/read-model.ts'
import { describeDifference } from './words/describe-difference.ts'

let opened: BatchWarehouse

beforeAll(async () => {
  opened = await openBatchWarehouse()
  const plans = await planSalesFiles({ paths: [sampleFile('en', 'sales')], overrides: {} })
  await importSalesFiles(opened.warehouse, { plans, dropDuplicates: true, onLeftOut: () => Promise.resolve() })
})

afterAll(() => opened.close())

async function selectionBy(name: string, asOf?: string): Promise<NonNullable<Run['selection']>> {
  return selectionOf(await readModel(readyModelFile(name)), asOf)
}

async function selectionOf(model: SelectionModel, asOf?: string): Promise<NonNullable<Run['selection']>> {
  const { run } = await runAnalysis(opened.warehouse, {
    imports: await currentSalesImports(opened.warehouse),
    membershipSequence: 0,
    today: '2026-01-01',
    measure: 'netRevenue',
    cuts: [0.8, 0.95],
    model,
    without: spareParts,
    locale: 'en',
    productVersion: '0',
    ...(asOf === undefined ? {} : { asOf }),
  })
  if (run.selection === null) throw new Error('a run has a selection')
  return run.selection
}

describe('on the sample company', () => {
  test.each(readyModelNames())('%s makes sense', async (name) => {
    const selection = await selectionBy(name)
    expect(selection).toMatchObject({ model: name, version: 1, population: 449, gated: 6 })
    expect(selection.tiers.reduce((sum, tier) => sum + tier.accounts, 0)).toBe(449)
    expect(selection.tiers.filter(({ accounts }) => accounts === 0)).toEqual([])
    expect(selection.criteria.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 4)
    // What nobody has scored yet is said, not hidden.
    const unknown = selection.criteria.filter(({ known }) => known === 0)
    const beyondActions = name === 'value-churn'
    expect(selection.notes.length > 0).toBe(unknown.length > 0 || beyondActions)
    for (const { title } of unknown) expect(selection.notes.join(' ')).toContain(title)
    const places = new Map(selection.tiers.map(({ id }, place) => [id, place]))
    const order = selection.accounts.map(({ tier }) => places.get(tier) ?? 0)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    for (const account of selection.accounts) {
      const sum = account.contributions.reduce((total, { points }) => total + points, 0)
      // Of scores that are no sums, the mean is that of the accounts they are compared with.
      expect(Math.abs(sum + selection.meanScore - account.score)).toBeLessThan(0.06)
      expect(account.lower).toBeLessThanOrEqual(account.score + 1e-9)
      expect(account.upper).toBeGreaterThanOrEqual(account.score - 1e-9)
      const all = account.probabilities?.reduce((total, { probability }) => total + probability, 0)
      expect(all ?? 1).toBeCloseTo(1, 2)
    }
    for (const { ways, needed } of selection.belowTheLine) {
      for (const way of ways) expect(way.score).toBeGreaterThanOrEqual(needed ?? 0)
    }
  })

  test('ways up that are priced are told cheapest first, and what is counted moves by whole ones', async () => {
    const criteria = defaultModel.criteria.map((criterion): SelectionModel['criteria'][number] => {
      if (criterion.actionable === undefined) return criterion
      const costPerUnit = criterion.metric === 'netRevenue' ? 1e-6 : 1000
      return { ...criterion, actionable: { maximumChange: 0.8, costPerUnit } }
    })
    const { belowTheLine } = await selectionOf({ ...defaultModel, criteria })
    const mixed = belowTheLine.filter(({ ways }) => ways.length > 1)
    expect(mixed.length).toBeGreaterThan(0)
    for (const { ways, text } of mixed) {
      const costs = ways.map(({ cost }) => cost ?? Number.NaN)
      expect(costs).toEqual(costs.toSorted((one, other) => one - other))
      expect(text).toContain(ways[0]?.text)
    }
    const counted = belowTheLine
      .flatMap(({ ways }) => ways)
      .flatMap(({ changes }) => changes)
      .filter(({ criterion }) => criterion !== 'value')
    expect(counted.length).toBeGreaterThan(0)
    for (const { to } of counted) expect(Number.isInteger(to)).toBe(true)
  })

  test('tiers that follow from rules alone are certain, and that is said', async () => {
    const { sensitivity, accounts, belowTheLine, notes } = await selectionBy('value-churn')
    expect(sensitivity).toMatchObject({ draws: 0, ruleTiers: ['highValue', 'winBack', 'potential'] })
    expect(sensitivity?.text).toBe('All tiers follow from rules: no weights move anybody on this list.')
    for (const { tier, tierRule, probabilities, sentences } of accounts) {
      expect({ tierRule, probabilities: probabilities?.filter(({ probability }) => probability > 0) }).toEqual({
        tierRule: 'rules',
        probabilities: [{ tier, probability: 1 }],
      })
      expect(sentences.join(' ')).toContain('follows from rules')
    }
    // They ask for a class, a stage and growth, and the model says of none of these that it can be acted upon.
    expect(belowTheLine).toEqual([])
    expect(notes.join(' ')).toContain('no way up to them is told: High value, To be won back, Potential.')
  })

  test('where the score may lift an account above a tier by rules, it is in one of the two', async () => {
    const { sensitivity, accounts, belowTheLine } = await selectionBy('internet-users')
    expect(sensitivity).toMatchObject({ draws: 1000, ruleTiers: ['active'] })
    const active = accounts.filter(({ tier }) => tier === 'active')
    expect(active.length).toBeGreaterThan(10)
    for (const { tierRule, probabilities } of active) {
      const [core = 0, same = 0, ordinary = 0] = probabilities?.map(({ probability }) => probability) ?? []
      expect({ tierRule, ordinary }).toEqual({ tierRule: 'rules', ordinary: 0 })
      expect(core + same).toBeCloseTo(1, 3)
    }
    expect(active.some(({ probabilities }) => (probabilities?.[0]?.probability ?? 0) > 0)).toBe(true)
    const up = belowTheLine.filter(({ target }) => target === 'active')
    expect(up.length).toBeGreaterThan(0)
    for (const { needed, tier, ways } of up) {
      expect({ needed, tier }).toEqual({ needed: null, tier: 'ordinary' })
      for (const { changes } of ways) {
        for (const { criterion, to } of changes) expect(criterion === 'recency' ? to <= 90 : to >= 3).toBe(true)
      }
    }
  })

  test('departments have lists of their own', async () => {
    const { fairness } = await selectionBy('hospitals')
    expect(fairness.map(({ department }) => department)).toEqual(['销售部', '医学部', '市场部'])
    for (const { alone, accounts, shared } of fairness) {
      expect(shared).toBeLessThanOrEqual(accounts)
      expect(alone.length).toBeLessThanOrEqual(accounts)
    }
    const names = fairness.flatMap(({ alone }) => alone.map(({ account }) => account))
    expect(new Set(names).size).toBe(names.length)
  })

  test('a later run remembers the tiers of an earlier one and says who moved, with the money', async () => {
    const first = await selectionBy('value-pyramid', '2025-01-01')
    const second = await selectionBy('value-pyramid', '2025-07-01')
    const { migration } = second
    expect(migration?.fromAsOf).toBe('2025-01-01')
    const cells = migration?.cells ?? []
    for (const tier of first.tiers) {
      const from = cells.filter((cell) => cell.from === tier.id)
      expect(from.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(tier.accounts)
      expect(from.reduce((sum, { netRevenueBefore }) => sum + netRevenueBefore, 0)).toBeCloseTo(tier.netRevenue, 0)
    }
    for (const tier of second.tiers) {
      const to = cells.filter((cell) => cell.to === tier.id)
      expect(to.reduce((sum, { netRevenueAfter }) => sum + netRevenueAfter, 0)).toBeCloseTo(tier.netRevenue, 0)
    }
    for (const account of second.accounts) {
      const before = first.accounts.find((each) => each.account === account.account)
      expect(account.since).toBe(before?.tier === account.tier ? '2025-01-01' : '2025-07-01')
    }
    expect(second.accounts.some(({ tierRule }) => tierRule === 'stay')).toBe(true)
  })
})

test('two versions differ in sentences, in both languages', async () => {
  const first = await readModel(readyModelFile('dealers'))
  const [volume] = first.criteria
  const second = {
    ...first,
    version: 2,
    weights: { ...first.weights, values: { ...first.weights.values, volume: 0.4, growth: 0.1 } },
    criteria: first.criteria.map((criterion) =>
      criterion === volume ? { ...criterion, metric: 'grossProfit' } : criterion,
    ),
    gates: first.gates.slice(0, 1),
    tiers: first.tiers.map((tier) => (tier.id === 'core' ? { ...tier, minimumStayDays: 90 } : tier)),
  }
  const wording = { currency: 'CNY' } as const
  expect(describeDifference(first, second, { ...wording, locale: 'en' })).toEqual([
    '"Volume of 12 months" is measured by gross profit instead of revenue of the last 12 months.',
    'The weight of "Volume of 12 months" rises from 35% to 40%.',
    'The weight of "12-month growth" falls from 15% to 10%.',
    'The condition "Return rate of at most 30 %" was removed.',
    'Accounts stay in Core for at least 90 days instead of 180.',
  ])
  expect(describeDifference(first, second, { ...wording, locale: 'zh-CN' })[1]).toBe(
    '“近12个月提货额”的权重由 35% 提高到 40%。',
  )
  expect(describeDifference(first, first, { ...wording, locale: 'en' })).toEqual([])
})
