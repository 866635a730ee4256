import { roundDecimals } from '@vitalfew/methods/arithmetic/round-decimals.ts'
import type { AmountStep } from './amount-steps.query.ts'

/** What some accounts come to together, and how many of them the run put in which class. */
export type ClassSums = Pick<AmountStep, 'accounts' | 'amount' | 'wereA' | 'wereB' | 'wereC'>

export interface RangeAtCut {
  readonly smallest: number
  readonly largest: number
  /** All that come before the range. */
  readonly before: ClassSums
  readonly accounts: number
  /** About which share of the range's accounts is within the cut-off, and how far that may be off. */
  readonly within: number
  readonly doubt: number
}

/**
 * The amounts between which the last account within a cut-off lies, with so many others on either side of it.
 *
 * @param steps of amounts above zero, the largest first, one at least
 */
export function rangeAtCut(
  steps: readonly AmountStep[],
  { cut, beside }: { readonly cut: number; readonly beside: number },
): RangeAtCut {
  const ends = runningSums(steps)
  const total = ends.at(-1)?.amount ?? 0
  const isReached = (step: AmountStep, at: number): boolean =>
    at === 0 || roundDecimals(((ends[at - 1]?.amount ?? 0) + step.largest) / total, 12) <= cut
  const at = Math.max(0, steps.findLastIndex(isReached))
  const countTo = (step: number): number => ends[step]?.accounts ?? 0
  let [from, to] = [at, at]
  while (from > 0 && countTo(at - 1) - countTo(from - 1) < beside) from -= 1
  while (to < steps.length - 1 && countTo(to) - countTo(at) < beside) to += 1
  const before = ends[from - 1] ?? sumsOf([])
  const end = ends[to] ?? before
  const accounts = end.accounts - before.accounts
  const step = steps[at] ?? { ...sumsOf([]), largest: 0, smallest: 0 }
  // Accounts of a step come to about the same, so that a share of its amount is about that share of them.
  const share = (cut * total - (ends[at - 1]?.amount ?? 0)) / step.amount
  const inStep = Math.min(1, Math.max(0, share)) * step.accounts
  return {
    smallest: steps[to]?.smallest ?? 0,
    largest: steps[from]?.largest ?? 0,
    before,
    accounts,
    within: (countTo(at - 1) - before.accounts + inStep) / accounts,
    doubt: 1 - step.smallest / step.largest,
  }
}

export function sumsOf(steps: readonly ClassSums[]): ClassSums {
  return steps.reduce(added, { accounts: 0, amount: 0, wereA: 0, wereB: 0, wereC: 0 })
}

export function added(one: ClassSums, other: ClassSums): ClassSums {
  return {
    accounts: one.accounts + other.accounts,
    amount: one.amount + other.amount,
    wereA: one.wereA + other.wereA,
    wereB: one.wereB + other.wereB,
    wereC: one.wereC + other.wereC,
  }
}

function runningSums(steps: readonly AmountStep[]): ClassSums[] {
  let sums = sumsOf([])
  return steps.map((step) => (sums = added(sums, step)))
}
