import { describe, expect, it } from 'vitest'
import { isGrowing } from './is-growing.ts'
import type { LifecycleContext } from './lifecycle-stage.ts'
import { lifecycleStage } from './lifecycle-stage.ts'
import { portfolioCycle } from './portfolio-cycle.ts'

function stageOf(purchaseDays: number[], asOf: number, rest: Partial<LifecycleContext> & { revenues?: bigint[] } = {}) {
  const { revenues, ...context } = rest
  const purchaseRevenues = revenues ?? purchaseDays.map(() => 100n)
  return lifecycleStage(
    { purchaseDays, purchaseRevenues, returnLines: 0 },
    { asOf, portfolioCycleDays: 60, ...context },
  )
}

/** Purchases every 30 days, the last on day 300. */
const monthly = Array.from({ length: 11 }, (_, i) => 30 * i)

describe('lifecycleStage', () => {
  it.each([
    ['mature', 300 + 60, 60], // a silence of exactly 2 cycles is not yet slipping
    ['slipping', 300 + 61, 360],
    ['slipping', 300 + 120, 360],
    ['dormant', 300 + 121, 420],
    ['dormant', 300 + 240, 420],
    ['lost', 300 + 241, 540],
  ])('%s as of day %d', (stage, asOf, stageSince) => {
    expect(stageOf(monthly, asOf)).toMatchObject({ stage, stageSince, cycleDays: 30, silence: (asOf - 300) / 30 })
  })

  it('counts whole months in the stage', () => {
    expect(stageOf(monthly, 540 + 30).monthsInStage).toBe(0)
    expect(stageOf(monthly, 540 + 31).monthsInStage).toBe(1)
    expect(stageOf(monthly, 540 + 366).monthsInStage).toBe(12)
  })

  it('tells a prospect from an account that only returned', () => {
    const never = { purchaseDays: [], purchaseRevenues: [] }
    const context = { asOf: 10, portfolioCycleDays: 60 }
    const unknown = { cycleDays: 60, silence: null, stageSince: null, monthsInStage: null }
    expect(lifecycleStage({ ...never, returnLines: 0 }, context)).toEqual({ stage: 'prospect', ...unknown })
    expect(lifecycleStage({ ...never, returnLines: 1 }, context)).toEqual({ stage: 'lost', ...unknown })
  })

  it('judges an account without a rhythm by the portfolio', () => {
    expect(stageOf([100], 220)).toMatchObject({ stage: 'new', cycleDays: 60, stageSince: 100, monthsInStage: 3 })
    expect(stageOf([100, 130], 250)).toMatchObject({ stage: 'new', stageSince: 100 })
    expect(stageOf([100, 130], 251)).toMatchObject({ stage: 'slipping', stageSince: 250 })
  })

  it('sees who came back after more than eight cycles', () => {
    expect(stageOf([...monthly, 300 + 241], 545)).toMatchObject({ stage: 'wonBack', stageSince: 541 })
    expect(stageOf([...monthly, 300 + 240], 545).stage).not.toBe('wonBack')
    expect(stageOf([0, 481], 500)).toMatchObject({ stage: 'wonBack', stageSince: 481 }) // 8 × 60 of the portfolio
    expect(stageOf([0, 480], 500)).toMatchObject({ stage: 'new' })
    // three purchase days: gaps 10 and 81, whose median is 45.5; the rhythm before coming back was 10
    expect(stageOf([0, 10, 91], 92)).toMatchObject({ stage: 'wonBack', cycleDays: 45.5 })
    expect(stageOf([0, 10, 90], 91)).toMatchObject({ stage: 'mature', cycleDays: 45 })
    // and once it bought again it is won back no longer
    expect(stageOf([...monthly, 541, 571], 572)).toMatchObject({ stage: 'mature', stageSince: 541 })
  })

  it('calls growing what sells a quarter more than before', () => {
    const revenues = (recent: bigint) => monthly.map((day) => (day >= 301 - 120 ? recent : 100n))
    // 181..300 holds four purchases, 61..180 four as well
    expect(stageOf(monthly, 301, { revenues: revenues(125n) })).toMatchObject({ stage: 'growing', stageSince: 60 })
    expect(stageOf(monthly, 301, { revenues: revenues(124n) })).toMatchObject({ stage: 'mature', stageSince: 60 })
  })

  it('begins activity with the third purchase, or after the last break', () => {
    expect(stageOf([0, 30, 60, 90], 91).stageSince).toBe(60)
    expect(stageOf([0, 30, 60, 90, 151, 181], 182).stageSince).toBe(151) // a gap of 61 > 2 × 30
    expect(stageOf([0, 30, 60, 90, 150, 180], 181).stageSince).toBe(60) // a gap of exactly 60 is no break
    expect(stageOf([0, 100, 130, 160, 190], 191).stageSince).toBe(130) // the break was before the third purchase
  })

  it('takes no cycle to be shorter than the minimum', () => {
    const daily = [0, 1, 2, 3]
    expect(stageOf(daily, 3 + 14)).toMatchObject({ stage: 'mature', cycleDays: 7 })
    expect(stageOf(daily, 3 + 15)).toMatchObject({ stage: 'slipping', stageSince: 17 })
    expect(stageOf(daily, 3 + 3, { minimumCycleDays: 1 })).toMatchObject({ stage: 'slipping', cycleDays: 1 })
    expect(stageOf([5], 10, { portfolioCycleDays: 2 }).cycleDays).toBe(7)
  })

  it('names what it cannot work with', () => {
    expect(() => stageOf([5, 10], 10)).toThrow('purchaseDays must lie before asOf 10, got 10')
    expect(() => stageOf([5, 5], 10)).toThrow('purchaseDays[1] must be later than the day before it, got 5')
    expect(() => stageOf([5], 10.5)).toThrow('asOf must be an integer, got 10.5')
    expect(() => stageOf([5], 10, { portfolioCycleDays: 0 })).toThrow(
      'portfolioCycleDays must be above 0 and finite, got 0',
    )
    expect(() => stageOf([5], 10, { revenues: [] })).toThrow('purchaseRevenues.length must be 1, got 0')
  })
})

describe('isGrowing', () => {
  const growing = (purchaseDays: number[], purchaseRevenues: bigint[], cycleDays = 10) =>
    isGrowing({ purchaseDays, purchaseRevenues }, { asOf: 100, cycleDays })

  it('has windows that hold their first day', () => {
    expect(growing([20, 60], [4n, 5n])).toBe(true)
    expect(growing([19, 60], [4n, 5n])).toBe(false)
    expect(growing([59], [5n])).toBe(false)
    expect(growing([20, 59, 60], [2n, 2n, 5n])).toBe(true)
  })

  it('rounds half a day up', () => {
    expect(growing([61, 80], [4n, 5n], 4.875)).toBe(true) // 19.5 → 20 and 39 days
    expect(growing([61, 79], [4n, 5n], 4.875)).toBe(false)
  })
})

describe('portfolioCycle', () => {
  it('is the median of medians of those who have a rhythm', () => {
    expect(portfolioCycle([[0, 10, 30], [0, 40, 80], [0, 500], [0], []])).toBe(27.5) // of 15 and 40
    expect(portfolioCycle([[0, 500], [3]])).toBe(90)
    expect(portfolioCycle([[0, 1, 2]])).toBe(1)
  })
})
