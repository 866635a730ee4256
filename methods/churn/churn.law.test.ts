import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conditionalPurchases } from '../buy-till-you-die/conditional-purchases.ts'
import { purchaseHistories } from '../buy-till-you-die/purchase-histories.ts'
import type { PurchaseParameters } from '../buy-till-you-die/purchase-parameters.ts'
import { fitShiftedBetaGeometric } from '../survival/fit-shifted-beta-geometric.ts'
import { kaplanMeier } from '../survival/kaplan-meier.ts'
import { baselineHazard, hazardBetween } from './baseline-hazard.ts'
import { conductFigures, type ConductDay } from './conduct-figures.ts'
import { departures } from './departures.ts'
import { fitRenewalCounts } from './fit-renewal-counts.ts'
import { noPurchaseProbability } from './no-purchase-probability.ts'
import { rhythmRisk } from './rhythm-risk.ts'
import { signalDeviation, type SignalName } from './signal-deviation.ts'
import { silenceLimit } from './silence-limit.ts'
import { wilsonInterval } from './wilson-interval.ts'

describe('wilsonInterval', () => {
  it('has the limits of Newcombe 1998, table I, method 3', () => {
    const limits = (hits: number, trials: number): number[] => {
      const { lower, upper } = wilsonInterval(hits, trials)
      return [Number(lower.toFixed(4)), Number(upper.toFixed(4))]
    }
    expect(limits(81, 263)).toEqual([0.2553, 0.3662])
    expect(limits(15, 148)).toEqual([0.0624, 0.1605])
    expect(limits(0, 20)).toEqual([0, 0.1611])
    expect(limits(1, 29)).toEqual([0.0061, 0.1718])
  })

  it('holds the share and narrows with the trials', () => {
    const counts = fc
      .integer({ min: 1, max: 500 })
      .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)))
    fc.assert(
      fc.property(counts, ([hits, trials]) => {
        const few = wilsonInterval(hits, trials)
        const many = wilsonInterval(4 * hits, 4 * trials)
        expect(few.lower).toBeLessThanOrEqual(hits / trials)
        expect(few.upper).toBeGreaterThanOrEqual(hits / trials)
        expect(many.upper - many.lower).toBeLessThan(few.upper - few.lower)
      }),
    )
  })
})

const models: readonly PurchaseParameters[] = [
  { model: 'nbd', k: 1, r: 0.4, alpha: 12 },
  { model: 'nbd', k: 2, r: 0.6, alpha: 6 },
  { model: 'pareto-nbd', r: 0.55, alpha: 10.6, s: 0.61, beta: 11.7 },
  { model: 'bg-nbd', k: 1, r: 0.24, alpha: 4.4, a: 0.79, b: 2.4 },
  { model: 'mbg-nbd', k: 1, r: 0.52, alpha: 6.2, a: 0.89, b: 1.6 },
  { model: 'mbg-cnbd-k', k: 3, r: 0.9, alpha: 3.1, a: 0.7, b: 2.2 },
]
const history = fc
  .record({
    purchases: fc.integer({ min: 0, max: 40 }),
    share: fc.double({ min: 0.01, max: 1, noNaN: true }),
    age: fc.double({ min: 1, max: 150, noNaN: true }),
  })
  .map(({ purchases, share, age }) => ({ purchases, recency: purchases === 0 ? 0 : share * age, age }))

describe.each(models)('noPurchaseProbability under $model, k = $k', (parameters) => {
  it('falls with the horizon from certainty, and never below the chance of having left', () => {
    fc.assert(
      fc.property(history, fc.double({ min: 0.1, max: 60, noNaN: true }), (one, horizon) => {
        const histories = purchaseHistories([one])
        const at = (time: number) => noPurchaseProbability(parameters, histories, time)
        const { probabilities, aliveProbabilities } = at(horizon)
        const [risk = 0, alive = 0] = [probabilities[0], aliveProbabilities[0]]
        expect(at(0).probabilities[0]).toBeCloseTo(1, 9)
        expect(risk).toBeGreaterThanOrEqual(1 - alive - 1e-9)
        expect(at(2 * horizon).probabilities[0]).toBeLessThanOrEqual(risk + 1e-9)
        // The chance of a purchase is at most the purchases expected.
        const expected = conditionalPurchases(parameters, histories, { horizon })[0] ?? 0
        expect(1 - risk).toBeLessThanOrEqual(expected + 1e-6)
      }),
      { numRuns: 60 },
    )
  })
})

const purchaseDays = fc
  .array(fc.integer({ min: 1, max: 400 }), { maxLength: 25 })
  .map((gaps) => gaps.reduce<number[]>((days, gap) => [...days, (days.at(-1) ?? 0) + gap], []))

describe('departures', () => {
  it('stay as they were when more becomes known, but for the return', () => {
    fc.assert(
      fc.property(purchaseDays, fc.integer({ min: 1, max: 4000 }), (days, asOf) => {
        const known = departures(
          days.filter((day) => day < asOf),
          { asOf },
        )
        const later = departures(days, { asOf: (days.at(-1) ?? 0) + asOf })
        const then = later.filter(({ goneOn }) => goneOn <= asOf)
        expect(known.map(({ quietSince, goneOn }) => [quietSince, goneOn])).toEqual(
          then.map(({ quietSince, goneOn }) => [quietSince, goneOn]),
        )
        const returns = (of: typeof known) =>
          of.map(({ returnedOn }) => (returnedOn !== null && returnedOn < asOf ? returnedOn : null))
        expect(returns(known)).toEqual(returns(then))
      }),
    )
  })

  it('happen when the silence has passed its limit, and end with the next purchase', () => {
    expect(departures([0, 10, 20, 300, 310], { asOf: 400 })).toEqual([
      { quietSince: 20, goneOn: 101, returnedOn: 300 },
      { quietSince: 310, goneOn: 391, returnedOn: null },
    ])
  })
})

const days = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 90 }),
      bought: fc.boolean(),
      sold: fc.integer({ min: 0, max: 99 }),
      returned: fc.integer({ min: 0, max: 9 }),
      category: fc.constantFrom('a', 'b', 'c'),
    }),
    { maxLength: 40 },
  )
  .map((rows) =>
    rows.reduce<ConductDay[]>((all, { gap, bought, sold, returned, category }) => {
      const day = (all.at(-1)?.day ?? 0) + gap
      return [...all, { day, bought, sold: bought ? sold : 0, returned, categories: bought ? [category] : [] }]
    }, []),
  )

describe('conductFigures', () => {
  it('look at nothing from the day on', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 2000 }), (history_, asOf) => {
        const context = { asOf, portfolioCycleDays: 45 }
        expect(
          conductFigures(
            history_.filter(({ day }) => day < asOf),
            context,
          ),
        ).toEqual(conductFigures(history_, context))
      }),
    )
  })

  it('agree with the departures about who has left', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 3000 }), (history_, asOf) => {
        const bought = history_.filter((one) => one.bought && one.day < asOf).map(({ day }) => day)
        const last = departures(bought, { asOf }).at(-1)
        const { hasLeft } = conductFigures(history_, { asOf, portfolioCycleDays: 45 })
        expect(hasLeft).toBe(last !== undefined && last.returnedOn === null)
      }),
    )
  })

  it('compare a shrinking account with what was usual', () => {
    const buys = (day: number, sold: number, categories: string[]): ConductDay => ({
      day,
      bought: true,
      sold,
      returned: 0,
      categories,
    })
    const history_ = [0, 15, 30, 45, 60, 75]
      .map((day) => buys(day, 100, ['a', 'b']))
      .concat([105, 135].map((day) => buys(day, 40, ['a'])))
    const figures = conductFigures(history_, { asOf: 180, portfolioCycleDays: 45 })
    expect(figures).toMatchObject({
      cycleDays: 15,
      usualPurchases: 6,
      recentPurchases: 2,
      usualBasket: 100,
      recentBasket: 40,
    })
    expect(figures).toMatchObject({
      usualCategories: 2,
      recentCategories: 1,
      recentReturnRate: 0,
      silenceDays: 45,
      hasLeft: false,
    })
  })
})

it('renewal counts of one cohort have the fit of the published cohort', () => {
  // Fader and Hardie 2007, regular customers: survivors of 1,000.
  const survivors = [1000, 869, 743, 653, 593, 551, 517, 491]
  const counts = fitRenewalCounts({ due: survivors.slice(0, -1), renewed: survivors.slice(1) })
  const cohort = fitShiftedBetaGeometric(survivors)
  expect(counts.parameters?.alpha).toBeCloseTo(0.668088, 4)
  expect(counts.parameters?.beta).toBeCloseTo(3.806096, 3)
  expect(counts.logLikelihood).toBeCloseTo(-1611.158, 3)
  expect(counts.logLikelihood).toBeCloseTo(cohort.logLikelihood ?? 0, 6)
  expect(counts.standardErrors?.alpha).toBeCloseTo(cohort.standardErrors?.alpha ?? 0, 3)
})

it('the baseline hazard of equal scores is that of Nelson and Aalen, near the logarithm of Kaplan and Meier', () => {
  const durations = Float64Array.from({ length: 400 }, (_, i) => 1 + ((i * 37) % 60))
  const data = { durations, events: Uint8Array.from(durations, (_, i) => Number(i % 3 > 0)) }
  const hazard = baselineHazard(data, new Float64Array(400))
  const curve = kaplanMeier(data)
  for (const time of [5, 20, 40]) {
    const index = curve.times.indexOf(time)
    expect(hazardBetween(hazard, { from: 0, to: time })).toBeCloseTo(-Math.log(curve.survival[index] ?? 1), 1)
  }
})

it('the thin end of a table does not run away: a rate goes on that is not above what all of the end shows', () => {
  // A hundred that end evenly, then three whose last month takes two of them.
  const durations = Float64Array.from({ length: 100 }, (_, i) => (i < 97 ? 1 + (i % 24) : 30))
  const events = Uint8Array.from(durations, (_, i) => Number(i % 4 === 0 || i > 97))
  const scores = new Float64Array(100)
  const thin = baselineHazard({ durations, events }, scores)
  const held = baselineHazard({ durations, events }, scores, { leastAtRisk: 20 })
  const ahead = { from: 24, to: 30 }
  expect(hazardBetween(thin, ahead)).toBeGreaterThan(0.8)
  expect(hazardBetween(held, ahead)).toBeLessThan(0.3)
  expect(held.until).toBeLessThan(24)
  expect(hazardBetween(held, { from: 0, to: 12 })).toBe(hazardBetween(thin, { from: 0, to: 12 }))
  const few = baselineHazard({ durations: Float64Array.of(2, 4), events: Uint8Array.of(1, 0) }, new Float64Array(2), {
    leastAtRisk: 20,
  })
  expect(hazardBetween(few, { from: 0, to: 3 })).toBeCloseTo(3 / 6, 12)
})

it('signals deviate towards leaving only, and risks by rhythm rise with silence', () => {
  const signals: SignalName[] = [
    'silence',
    'fewerOrders',
    'shrinkingBasket',
    'fewerCategories',
    'moreReturns',
    'complaints',
  ]
  const figure = fc.double({ min: 0, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(fc.constantFrom(...signals), figure, figure, (signal, value, usual) => {
      expect(signalDeviation(signal, { value, usual }) ?? 0).toBeGreaterThanOrEqual(0)
      expect(signalDeviation(signal, { value: usual, usual }) ?? 0).toBe(0)
      const cycle = 1 + usual
      const state = { cycle, silence: value }
      expect(rhythmRisk(state, 30)).toBeLessThanOrEqual(rhythmRisk({ cycle, silence: 2 * value }, 30))
      expect(silenceLimit(cycle)).toBeGreaterThanOrEqual(4 * cycle)
      expect(silenceLimit(cycle)).toBeLessThanOrEqual(8 * cycle)
    }),
  )
})
