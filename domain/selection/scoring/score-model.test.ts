import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { noTier } from '@vitalfew/methods/tiering/tier-codes.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SelectionColumns } from '../columns/load-columns.ts'
import { defaultModel } from '../default-model.ts'
import { conditionKey } from '../model/metrics-of.ts'
import { assignModelTiers } from './assign-model-tiers.ts'
import { metCondition } from './met-condition.ts'
import { scoreModel } from './score-model.ts'
import { tierRules } from './tier-rules.ts'

/** Accounts whose revenue is all that is known of them; those of the industry A are marked. */
function columnsOf(revenues: readonly number[], previous: SelectionColumns['previous'] = null): SelectionColumns {
  const netRevenue = Float64Array.from(revenues)
  const total = revenues.filter((revenue) => revenue > 0).reduce((sum, revenue) => sum + revenue, 0)
  const industry = { attribute: 'industry', in: ['A'] }
  return {
    accounts: revenues.length,
    keys: BigUint64Array.from(revenues.keys(), BigInt),
    netRevenue,
    grossProfit: netRevenue.map(() => Number.NaN),
    share: netRevenue.map((revenue) => Math.max(0, revenue) / total),
    figures: new Map([['netRevenue', netRevenue]]),
    matches: new Map([[conditionKey(industry), Uint8Array.from(revenues, (_, i) => i % 2)]]),
    previous,
  }
}

const [value] = defaultModel.criteria
const ordinary = { id: 'ordinary', title: { 'zh-CN': '普通', en: 'Ordinary' }, rule: { kind: 'rest' as const } }
const key = { id: 'key', title: { 'zh-CN': '关键', en: 'Key' } }

function model(change: Partial<SelectionModel>): SelectionModel {
  return {
    ...defaultModel,
    criteria: value === undefined ? [] : [{ ...value, normalization: { method: 'min-max' } }],
    weights: { origin: 'hand', values: { value: 1 } },
    alwaysFirstFromShare: undefined,
    gates: [],
    ...change,
  }
}

function tiersOf(chosen: SelectionModel, columns: SelectionColumns, asOf = '2025-01-01') {
  const assigned = assignModelTiers(scoreModel(chosen, columns), { columns, asOfDay: dayFromIso(asOf) })
  return {
    tiers: Array.from(assigned.tiers, (tier) => chosen.tiers[tier]?.id),
    rules: Array.from(assigned.rules, (rule) => tierRules[rule]),
    since: Array.from(assigned.since),
  }
}

describe('tiers of a model', () => {
  const bands = model({ tiers: [{ ...key, rule: { kind: 'score', enter: 60, exit: 40 } }, ordinary] })

  test('keep an account between exit and entry where it was, and let it go below', () => {
    const before = { tiers: Uint8Array.of(0, 0, 1, noTier, 0), since: Float64Array.of(1, 2, 3, Number.NaN, 5) }
    const found = tiersOf(bands, columnsOf([100, 50, 50, 50, 0], before))
    expect(found.tiers).toEqual(['key', 'key', 'ordinary', 'ordinary', 'ordinary'])
    expect(found.rules).toEqual(['score', 'stay', 'score', 'score', 'score'])
    const today = dayFromIso('2025-01-01')
    expect(found.since).toEqual([1, 2, 3, today, today])
  })

  test('keep an account for its minimum stay, by the tier it was in', () => {
    const today = dayFromIso('2025-01-01')
    const stays = model({
      tiers: [{ ...key, rule: { kind: 'score', enter: 60 }, minimumStayDays: 100 }, ordinary],
    })
    const before = { tiers: Uint8Array.of(0, 0, 0), since: Float64Array.of(today - 99, today - 100, today - 500) }
    expect(tiersOf(stays, columnsOf([0, 0, 100], before)).tiers).toEqual(['key', 'ordinary', 'key'])
  })

  test('take the next accounts by places, shares and capacity, best first', () => {
    const columns = columnsOf([5, 4, 3, 2, 1])
    const by = (rule: SelectionModel['tiers'][number]['rule']) => {
      const { tiers } = tiersOf(model({ tiers: [{ ...key, rule }, ordinary] }), columns)
      return tiers.filter((tier) => tier === 'key').length
    }
    expect(by({ kind: 'top', enter: 2 })).toBe(2)
    expect(by({ kind: 'share', enter: 0.21 })).toBe(2)
    expect(by({ kind: 'share', enter: 0.21, maximum: 1 })).toBe(1)
    expect(by({ kind: 'capacity', enter: 10, needPerAccount: 3 })).toBe(3)
    expect(by({ kind: 'capacity', enter: 9, need: 'netRevenue' })).toBe(2)
  })

  test('compare only the population, and put those that fail a gate last', () => {
    const gate = { id: 'small', condition: { metric: 'netRevenue', above: 10 }, text: { 'zh-CN': '大', en: 'Large' } }
    const chosen = model({
      population: { attribute: 'industry', in: ['A'] },
      gates: [gate],
      tiers: [{ ...key, rule: { kind: 'top', enter: 9 } }, ordinary],
    })
    const found = tiersOf(chosen, columnsOf([50, 40, 30, 5]))
    expect(found.tiers).toEqual(['ordinary', 'key', 'ordinary', 'ordinary'])
    expect(found.rules).toEqual(['outside', 'score', 'outside', 'gate'])
    // 40 is the best and 5 the worst of those compared: what is outside moves nobody.
    const { scored } = scoreModel(chosen, columnsOf([50, 40, 30, 5]))
    expect(Array.from(scored.scores.slice(1))).toEqual([1, 0.5, 0])
  })

  test('of an override is what the person said, whatever the score', () => {
    const columns = columnsOf([5, 4, 3])
    const scored = scoreModel(bands, columns)
    const found = assignModelTiers(scored, { columns, asOfDay: 9, overrides: new Map([[2, 0]]) })
    expect(Array.from(found.tiers)).toEqual([0, 1, 0])
    expect(tierRules[found.rules[2] ?? 0]).toBe('override')
    expect(Array.from(found.plain)).toEqual([0, 1, 1])
  })

  test('never flap while nothing changes', () => {
    const revenues = fc.array(fc.integer({ min: -5, max: 100 }), { minLength: 1, maxLength: 40 })
    const rules = fc.constantFrom<SelectionModel['tiers'][number]['rule']>(
      { kind: 'score', enter: 70, exit: 50 },
      { kind: 'top', enter: 3, exit: 6 },
      { kind: 'share', enter: 0.1, exit: 0.3 },
      { kind: 'capacity', enter: 10, exit: 20, needPerAccount: 3 },
      { kind: 'rules', enter: { metric: 'netRevenue', above: 50 }, exit: { metric: 'netRevenue', above: 20 } },
    )
    fc.assert(
      fc.property(revenues, rules, fc.array(fc.nat(2), { minLength: 40, maxLength: 40 }), (amounts, rule, places) => {
        const chosen = model({ tiers: [{ ...key, rule }, ordinary] })
        const tiers = Uint8Array.from(amounts, (_, i) => (places[i] === 2 ? noTier : (places[i] ?? 0)))
        const since = Float64Array.from(tiers, (tier) => (tier === noTier ? Number.NaN : 1))
        const run = (previous: SelectionColumns['previous'], day: number) => {
          const columns = columnsOf(amounts, previous)
          return assignModelTiers(scoreModel(chosen, columns), { columns, asOfDay: day })
        }
        const first = run({ tiers, since }, 100)
        const second = run(first, 200)
        expect(second.tiers).toEqual(first.tiers)
        expect(second.since).toEqual(first.since)
      }),
    )
  })
})

test('conditions hold as they read, and nothing unknown meets a bound', () => {
  const columns = columnsOf([10, 20, Number.NaN, 40])
  const met = (condition: Parameters<typeof metCondition>[0]) => Array.from(metCondition(condition, columns))
  expect(met({ metric: 'netRevenue', above: 10, atMost: 40 })).toEqual([0, 1, 0, 1])
  expect(met({ metric: 'netRevenue', atLeast: 10, below: 40 })).toEqual([1, 1, 0, 0])
  expect(met({ metric: 'netRevenue', above: 15, ifUnknown: true })).toEqual([0, 1, 1, 1])
  expect(met({ not: { metric: 'netRevenue', above: 15 } })).toEqual([1, 0, 1, 0])
  expect(
    met({
      any: [
        { metric: 'netRevenue', below: 15 },
        { attribute: 'industry', in: ['A'] },
      ],
    }),
  ).toEqual([1, 1, 0, 1])
  expect(
    met({
      all: [
        { metric: 'netRevenue', above: 15 },
        { attribute: 'industry', in: ['A'] },
      ],
    }),
  ).toEqual([0, 1, 0, 1])
})
