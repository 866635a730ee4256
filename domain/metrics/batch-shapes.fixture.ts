import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import type { Dice } from './sales-batch.fixture.ts'

/** What becomes of a customer: nothing special, only returns, everything given back, more than everything. */
export type Fate = 'ordinary' | 'returnsOnly' | 'cancelsOut' | 'negative'

export interface BatchShape {
  readonly name: string
  readonly customers: number
  readonly days: (dice: Dice) => number[]
  readonly linesPerDay: number
  readonly amount: (dice: Dice) => bigint
  readonly fates: readonly [Fate, ...Fate[]]
  readonly returnPercent: number
  /** Lines above the returns and up to here are cancelled. */
  readonly cancelledPercent: number
  /** Shares of lines on which the field is known. */
  readonly orderNumbers: number
  readonly profit: number
  readonly quantity: number
  readonly products: number
  /** Share of customers the membership log names. */
  readonly merged: number
  readonly asOf?: (dice: Dice) => number
}

const ordinary = {
  linesPerDay: 2,
  amount: spread,
  fates: ['ordinary'],
  returnPercent: 4,
  cancelledPercent: 7,
  orderNumbers: 0.7,
  profit: 0.9,
  quantity: 0.9,
  products: 0.9,
  merged: 0,
} as const

/** Data sets that differ in what usually goes wrong. */
export const batchShapes: readonly BatchShape[] = [
  { ...ordinary, name: 'many accounts, each with a rhythm of its own', customers: 320, days: rhythm },
  {
    ...ordinary,
    name: 'ties everywhere',
    customers: 300,
    days: (dice) =>
      Array.from({ length: dice.integer(1, 4) }, () => dayFromIso('2024-01-01') + 30 * dice.integer(0, 9)),
    amount: (dice) => dice.oneOf([100_000n, 300_000n, 1_000_000n, 3_000_000n]),
    returnPercent: 0,
    cancelledPercent: 0,
  },
  {
    ...ordinary,
    name: 'the same ratios in different sizes',
    customers: 120,
    days: (dice) => [dayFromIso('2021-06-15'), dayFromIso('2022-06-15') + dice.integer(0, 3), dayFromIso('2023-06-15')],
    amount: (dice) => dice.oneOf([100_000n, 300_000n, 600_000n, 700_000n, 1_000_000n, 3_000_000n]),
    linesPerDay: 1,
    returnPercent: 0,
    asOf: () => dayFromIso('2023-06-16'),
  },
  {
    ...ordinary,
    name: 'month ends and leap days, as of a leap day',
    customers: 250,
    days: monthEnds,
    asOf: () => dayFromIso('2024-02-29'),
  },
  {
    ...ordinary,
    name: 'month ends, as of the first of March',
    customers: 200,
    days: monthEnds,
    asOf: () => dayFromIso('2024-03-01'),
  },
  {
    ...ordinary,
    name: 'three accounts, one of them nearly everything, for half a year',
    customers: 3,
    days: (dice) => Array.from({ length: dice.integer(1, 40) }, () => dayFromIso('2024-05-20') + dice.integer(0, 180)),
    amount: (dice) => dice.oneOf([5_000_000_000n, 12_345_678n]),
  },
  {
    ...ordinary,
    name: 'returns, cancelled orders, totals of zero and below',
    customers: 250,
    days: rhythm,
    fates: ['ordinary', 'ordinary', 'returnsOnly', 'cancelsOut', 'negative'],
    returnPercent: 25,
    cancelledPercent: 45,
  },
  {
    ...ordinary,
    name: 'no order numbers, no profit, no quantity, no products',
    customers: 200,
    days: rhythm,
    orderNumbers: 0,
    profit: 0,
    quantity: 0,
    products: 0,
  },
  {
    ...ordinary,
    name: 'buyers of one day or two, far apart',
    customers: 400,
    days: (dice) => Array.from({ length: dice.integer(1, 2) }, () => dayFromIso('2021-01-01') + dice.integer(0, 1400)),
    profit: 0.3,
    products: 0.4,
  },
  {
    ...ordinary,
    name: 'merged customers, as of a day in the middle',
    customers: 300,
    days: rhythm,
    merged: 0.6,
    asOf: (dice) => dayFromIso('2023-05-10') + dice.integer(0, 200),
  },
  {
    ...ordinary,
    name: 'daily buyers with amounts beyond what a double holds, as of a first of the month',
    customers: 40,
    days: (dice) => Array.from({ length: 60 }, () => dayFromIso('2023-11-01') + dice.integer(0, 120)),
    amount: (dice) => 50_000_000_000_000_000n + BigInt(dice.integer(0, 999_999)),
    profit: 0.5,
    asOf: () => dayFromIso('2024-02-01'),
  },
]

/** Amounts over four orders of magnitude, with all six decimals. */
function spread(dice: Dice): bigint {
  return BigInt(dice.integer(1, 999_999)) * BigInt(10 ** dice.integer(0, 4))
}

/** Four years in a cycle of one's own, with breaks of many cycles, and an end that may be long ago. */
function rhythm(dice: Dice): number[] {
  const cycle = dice.oneOf([2, 5, 14, 30, 31, 61, 90, 180])
  const last = dayFromIso('2024-12-31') - (dice.chance(0.5) ? dice.integer(0, 3 * cycle) : dice.integer(0, 1200))
  const days = []
  let at = last - Math.min(cycle * dice.integer(0, 14), 1400)
  while (at <= last) {
    days.push(at)
    const breaks = dice.chance(0.08) ? dice.integer(2, 12) : 1
    at += Math.max(1, cycle * breaks + dice.integer(-Math.floor(cycle / 4), Math.ceil(cycle / 4)))
  }
  return dice.chance(0.5) ? [...days, last] : days
}

/** The first and the last days of months over three years and a leap day. */
function monthEnds(dice: Dice): number[] {
  return Array.from({ length: dice.integer(1, 9) }, () => {
    const year = dice.integer(2021, 2024)
    const month = String(dice.integer(1, 12)).padStart(2, '0')
    return dayFromIso(`${year}-${month}-01`) + dice.integer(-2, 1)
  })
}
