import type { SelectionCondition } from '@vitalfew/contract/selection-condition.ts'
import { expect, test } from 'vitest'
import { type AskedAccount, conditionDemands } from './condition-demands.ts'
import { demandMix, type FigureMix } from './demand-mix.ts'

const figures: Readonly<Record<string, number>> = { orders: 2, recencyDays: 120, growth: Number.NaN }
const account: AskedAccount = {
  figure: (metric) => figures[metric] ?? Number.NaN,
  isMet: ({ in: among = [] }) => among.includes('steel'),
}
const steel: SelectionCondition = { attribute: 'industry', in: ['steel'] }
const textile: SelectionCondition = { attribute: 'industry', in: ['textile'] }
const orders: SelectionCondition = { metric: 'orders', atLeast: 5 }
const recent: SelectionCondition = { metric: 'recencyDays', atMost: 90 }

/** What may be done: orders up to 8 in whole ones, days down to 1. */
function mixes(condition: SelectionCondition): (FigureMix['changes'] | null)[] {
  return conditionDemands(condition, account).map((demand) => {
    const mix = demandMix(demand, {
      figure: account.figure,
      actionOf: (metric) =>
        metric === 'orders'
          ? { criterion: 0, lowest: 2, highest: 8, step: 1 }
          : metric === 'recencyDays'
            ? { criterion: 1, lowest: 1, highest: 120 }
            : undefined,
    })
    return mix === null ? null : mix.changes
  })
}

const fiveOrders = { criterion: 0, metric: 'orders', from: 2, to: 5 }
const ninetyDays = { criterion: 1, metric: 'recencyDays', from: 120, to: 90 }

test('a bound is met by going to it, all of several by going to each, any of several in as many ways', () => {
  expect(mixes(orders)).toEqual([[fiveOrders]])
  expect(mixes({ all: [orders, recent] })).toEqual([[fiveOrders, ninetyDays]])
  expect(mixes({ any: [orders, recent] })).toEqual([[fiveOrders], [ninetyDays]])
})

test('what an account is, and what is unknown of it, stays as it is', () => {
  expect(mixes({ all: [steel, recent] })).toEqual([[ninetyDays]])
  expect(mixes({ all: [textile, recent] })).toEqual([])
  expect(mixes({ metric: 'growth', atLeast: 0.1 })).toEqual([])
  expect(mixes({ all: [{ metric: 'growth', atLeast: 0.1, ifUnknown: true }, recent] })).toEqual([[ninetyDays]])
})

test('what is met already asks for nothing, and keeps other ways from leaving it', () => {
  expect(mixes({ metric: 'orders', atMost: 4 })).toEqual([[]])
  expect(mixes({ all: [{ metric: 'orders', atMost: 4 }, orders] })).toEqual([])
})

test('not to meet a condition is to pass its bounds', () => {
  expect(mixes({ not: { metric: 'orders', atMost: 4 } })).toEqual([[fiveOrders]])
  expect(mixes({ not: { any: [{ metric: 'recencyDays', above: 90 }, textile] } })).toEqual([[ninetyDays]])
  expect(mixes({ not: steel })).toEqual([])
})

test('a bound that has to be passed is passed by a step, or by as little as can be told', () => {
  expect(mixes({ metric: 'orders', above: 5 })).toEqual([[{ ...fiveOrders, to: 6 }]])
  expect(mixes({ metric: 'recencyDays', below: 90 })[0]?.[0]?.to).toBeCloseTo(89.99991, 8)
})

test('beyond what is allowed there is no way', () => {
  expect(mixes({ metric: 'orders', atLeast: 9 })).toEqual([null])
  expect(mixes({ metric: 'recencyDays', atMost: 0 })).toEqual([null])
})
