import type { SalesLine } from '@vitalfew/methods/metrics/sales-line.ts'
import { seededRandom } from '@vitalfew/methods/simulation/seeded-random.ts'
import { type BatchShape, batchShapes } from './batch-shapes.fixture.ts'

export interface BatchLine extends SalesLine {
  readonly customer: string
}

/** A made-up data set: lines in no order, who belongs to whom, and the day to stand on. */
export interface SalesBatch {
  readonly shape: string
  readonly lines: readonly BatchLine[]
  /** The membership log, oldest first; the analysis believes the first `believed` entries. */
  readonly memberships: readonly { readonly customer: string; readonly account: string }[]
  readonly believed: number
  /** undefined = the day after the last line that counts. */
  readonly asOf: number | undefined
}

/** Draws of one generator: everything a batch is made of follows from its seed. */
export interface Dice {
  /** An integer from `low` to `high`, both included. */
  readonly integer: (low: number, high: number) => number
  readonly chance: (probability: number) => boolean
  readonly oneOf: <T>(choices: readonly [T, ...T[]]) => T
}

/** One batch of every shape, made from a seed. */
export function salesBatches(seed: number): SalesBatch[] {
  return batchShapes.map((shape, index) => salesBatch(shape, diceOf(seed * 100 + index)))
}

function salesBatch(shape: BatchShape, dice: Dice): SalesBatch {
  const customers = Array.from({ length: shape.customers }, (_, index) => customerName(index, dice))
  const lines = customers.flatMap((customer) => linesOf(customer, { shape, dice }))
  const memberships = customers.flatMap((customer) => {
    if (!dice.chance(shape.merged)) return []
    const account = dice.chance(0.2) ? `集团 ${dice.integer(1, 5)}` : customers[dice.integer(0, customers.length - 1)]
    return account === undefined ? [] : [{ customer, account }]
  })
  const believed = Math.floor(memberships.length * 0.8)
  return { shape: shape.name, lines: shuffled(lines, dice), memberships, believed, asOf: shape.asOf?.(dice) }
}

/** Names whose order differs between UTF-16 units and UTF-8 bytes, and a quote or two. */
function customerName(index: number, dice: Dice): string {
  return `${dice.oneOf(['客户', 'Ａ', '𠮷', 'a', 'Z', 'é', "O'", '\uffee', '\u{1f600}'])} ${index}`
}

function linesOf(customer: string, { shape, dice }: { shape: BatchShape; dice: Dice }): BatchLine[] {
  const fate = dice.oneOf(shape.fates)
  const lines = shape.days(dice).flatMap((day) =>
    Array.from({ length: dice.integer(1, shape.linesPerDay) }, (): BatchLine => {
      const amount = shape.amount(dice)
      const draw = dice.integer(1, 100)
      const kind = draw <= shape.returnPercent ? 'return' : draw <= shape.cancelledPercent ? 'cancelled' : 'sale'
      return {
        customer,
        day,
        orderNumber: dice.chance(shape.orderNumbers) ? `订单-${dice.integer(1, 40)}` : '',
        kind: fate === 'returnsOnly' ? 'return' : kind,
        netRevenue: kind === 'return' || fate === 'returnsOnly' ? -amount : amount,
        grossProfit: dice.chance(shape.profit) ? (amount * BigInt(dice.integer(-20, 60))) / 100n : null,
        quantity: dice.chance(shape.quantity) ? BigInt(dice.integer(-3, 50)) * 500_000n : null,
        product: dice.chance(shape.products) ? `产品 ${dice.integer(1, 30)}` : '',
        category: dice.chance(shape.products) ? `C${dice.integer(1, 6)}` : '',
      }
    }),
  )
  return fate === 'cancelsOut' || fate === 'negative' ? [...lines, ...givenBack(lines, fate)] : lines
}

/** Everything returned on the day it was bought, or more than that. */
function givenBack(lines: readonly BatchLine[], fate: 'cancelsOut' | 'negative'): BatchLine[] {
  return lines
    .filter((line) => line.kind === 'sale')
    .map((line) => ({
      ...line,
      kind: 'return',
      netRevenue: fate === 'negative' ? -2n * line.netRevenue : -line.netRevenue,
    }))
}

function shuffled<T>(items: readonly T[], dice: Dice): T[] {
  return items
    .map((item) => ({ item, key: dice.integer(0, 2 ** 40) }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item)
}

function diceOf(seed: number): Dice {
  const random = seededRandom(seed)
  const integer = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1))
  return {
    integer,
    chance: (probability) => random() < probability,
    oneOf: (choices) => choices[integer(0, choices.length - 1)] ?? choices[0],
  }
}
