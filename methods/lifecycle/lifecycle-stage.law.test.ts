import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LifecycleStage } from './lifecycle-stage.ts'
import { lifecycleStage } from './lifecycle-stage.ts'

const history = fc.uniqueArray(fc.integer({ min: 0, max: 1500 }), { minLength: 1, maxLength: 15 }).chain((days) => {
  const revenues = fc.array(fc.bigInt({ min: 0n, max: 1000n }), { minLength: days.length, maxLength: days.length })
  return revenues.map((purchaseRevenues) => ({
    purchaseDays: days.toSorted((a, b) => a - b),
    purchaseRevenues,
    returnLines: 0,
  }))
})
const cycle = fc.integer({ min: 1, max: 400 }).map((quarters) => quarters / 4)
const silentDays = fc.integer({ min: 1, max: 2000 })

/** How far gone an account is: 0 while it buys. */
function silenceRank(stage: LifecycleStage): number {
  return ['slipping', 'dormant', 'lost'].indexOf(stage) + 1
}

describe('lifecycleStage', () => {
  it('only gets worse with silence', () => {
    fc.assert(
      fc.property(history, cycle, silentDays, silentDays, (bought, portfolioCycleDays, one, other) => {
        const after = (days: number) =>
          lifecycleStage(bought, { asOf: (bought.purchaseDays.at(-1) ?? 0) + days, portfolioCycleDays }).stage
        const [sooner, later] = [Math.min(one, other), Math.max(one, other)]
        expect(silenceRank(after(later))).toBeGreaterThanOrEqual(silenceRank(after(sooner)))
      }),
    )
  })

  it('began on a day that is not after asOf, between the first purchase and now', () => {
    fc.assert(
      fc.property(history, cycle, silentDays, (bought, portfolioCycleDays, silent) => {
        const asOf = (bought.purchaseDays.at(-1) ?? 0) + silent
        const { stageSince, monthsInStage, cycleDays } = lifecycleStage(bought, { asOf, portfolioCycleDays })
        expect(stageSince).toBeGreaterThanOrEqual(bought.purchaseDays[0] ?? 0)
        expect(stageSince).toBeLessThanOrEqual(asOf)
        expect(Number.isInteger(stageSince)).toBe(true)
        expect(monthsInStage).toBeGreaterThanOrEqual(0)
        expect(cycleDays).toBeGreaterThanOrEqual(7)
      }),
    )
  })

  it('is new only for those who bought on less than three days, and never growing or mature for them', () => {
    fc.assert(
      fc.property(history, cycle, silentDays, (bought, portfolioCycleDays, silent) => {
        const asOf = (bought.purchaseDays.at(-1) ?? 0) + silent
        const { stage } = lifecycleStage(bought, { asOf, portfolioCycleDays })
        const barred = bought.purchaseDays.length < 3 ? ['growing', 'mature'] : ['new']
        expect(barred).not.toContain(stage)
      }),
    )
  })

  it('does not depend on the calendar day or the currency', () => {
    fc.assert(
      fc.property(history, cycle, silentDays, fc.integer({ min: 1, max: 20_000 }), (bought, days, silent, shift) => {
        const asOf = (bought.purchaseDays.at(-1) ?? 0) + silent
        const here = lifecycleStage(bought, { asOf, portfolioCycleDays: days })
        const moved = {
          ...bought,
          purchaseDays: bought.purchaseDays.map((day) => day + shift),
          purchaseRevenues: bought.purchaseRevenues.map((revenue) => revenue * 7n),
        }
        const there = lifecycleStage(moved, { asOf: asOf + shift, portfolioCycleDays: days })
        expect(there).toEqual({ ...here, stageSince: (here.stageSince ?? 0) + shift })
      }),
    )
  })
})
