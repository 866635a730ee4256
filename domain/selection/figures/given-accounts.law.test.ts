import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { defaultModel } from '../default-model.ts'
import { givenAccounts } from './given-accounts.ts'
import type { GivenFigure } from './given-figure.ts'

const [criterion] = defaultModel.criteria
const model = {
  ...defaultModel,
  criteria: criterion === undefined ? [] : [{ ...criterion, metric: 'given.Days of payment' }],
}
const accounts = 4
/** The third is called by its code and by its name; two are strangers. */
const positions = new Map([
  ['a', 0],
  ['b', 1],
  ['c', 2],
  ['The third', 2],
])
const names = [...positions.keys(), 'x', 'y']

const Given: fc.Arbitrary<GivenFigure> = fc.record({
  account: fc.constantFrom(...names),
  figure: fc.constantFrom('Days of payment', 'daysOfPayment', 'another'),
  value: fc.integer({ min: -3, max: 90 }),
  day: fc.integer({ min: 20_000, max: 20_004 }).map(isoFromDay),
  author: fc.constant(''),
  reason: fc.constant(''),
  file: fc.constantFrom('one.csv', 'two.xlsx'),
})

test('of each account the figure of the latest day counts, of one day the last', () => {
  fc.assert(
    fc.property(fc.array(Given, { maxLength: 40 }), (given) => {
      const found = givenAccounts(given, { model, accounts, positions })
      const own = given.filter(({ figure }) => figure !== 'another')
      const expected = Array.from({ length: accounts }, (_, position) => {
        const ofAccount = own.filter(({ account }) => positions.get(account) === position)
        return ofAccount.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).at(-1)
      })
      const values = expected.map((each) => each?.value ?? Number.NaN)
      expect([...(found.columns.get('given.Days of payment') ?? [])]).toEqual(values)
      const days = expected.flatMap((each) => each?.day ?? []).toSorted()
      const files = new Set(expected.flatMap((each) => each?.file ?? []))
      expect(found.sources).toEqual([
        {
          figure: 'Days of payment',
          known: days.length,
          files: [...files].toSorted(),
          latest: days.at(-1) ?? null,
        },
      ])
      expect(new Set(found.strangers)).toEqual(
        new Set(own.map(({ account }) => account).filter((name) => !positions.has(name))),
      )
    }),
  )
})

test('in whatever order days come, the same figures count', () => {
  const distinctDays = fc.uniqueArray(Given, {
    maxLength: 30,
    selector: ({ account, day }) => `${positions.get(account) ?? account} ${day}`,
  })
  fc.assert(
    fc.property(distinctDays, (given) => {
      const backwards = givenAccounts(given.toReversed(), { model, accounts, positions })
      const { columns, sources } = givenAccounts(given, { model, accounts, positions })
      expect(backwards.columns).toEqual(columns)
      expect(backwards.sources).toEqual(sources)
    }),
  )
})
