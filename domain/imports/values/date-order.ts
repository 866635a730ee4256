import type { DateOrder } from '@vitalfew/contract/imports.ts'
import { dateParts } from './date-parts.ts'
import { orderedDay } from './parse-date.ts'

/** A vote over a whole column: every value that is impossible under an order speaks against it. */
export interface DateOrderVote {
  add(text: string): void
  /** True while values were seen whose order is open and nothing has settled it. */
  undecided(): boolean
  order(): DateOrder
}

/**
 * Order of day, month and year in a column. Where no value settles it (every part ≤ 12) the order under which the file
 * is better sorted by time wins, as exports are; where that says nothing either, month first.
 */
export function dateOrderVote(): DateOrderVote {
  const tallies = candidates.map((candidate) => ({
    order: candidate,
    impossible: 0,
    previous: Number.NaN,
    rising: 0,
    falling: 0,
  }))
  let seen = 0

  function add(text: string): void {
    const parts = dateParts(text)
    if (parts?.form !== 'ordered') return
    seen += 1
    for (const tally of tallies) {
      const day = readAs(tally.order, parts)
      if (Number.isNaN(day)) tally.impossible += 1
      else if (day > tally.previous) tally.rising += 1
      else if (day < tally.previous) tally.falling += 1
      if (!Number.isNaN(day)) tally.previous = day
    }
  }

  function undecided(): boolean {
    if (seen === 0) return false
    const [best, next] = tallies.toSorted((one, other) => one.impossible - other.impossible)
    return best === undefined || next === undefined || best.impossible > 0 || next.impossible < enough
  }

  function order(): DateOrder {
    if (seen === 0) return 'ymd'
    const ranked = tallies.toSorted((one, other) => one.impossible - other.impossible || sorted(other) - sorted(one))
    return ranked[0]?.order ?? 'mdy'
  }

  return { add, undecided, order }
}

/** So many contradictions against all other orders settle a column without reading on. */
const enough = 50
// The first wins a tie.
const candidates: readonly DateOrder[] = ['mdy', 'dmy', 'ymd']

function readAs(order: DateOrder, parts: { first: number; second: number; third: number; yearLast: boolean }): number {
  if (order === 'ymd' && parts.yearLast) return Number.NaN
  return orderedDay([parts.first, parts.second, parts.third], { order, yearLast: parts.yearLast })
}

/** Share of steps in the commoner direction: 1 for a column in strict order of time, either way. */
function sorted({ rising, falling }: { rising: number; falling: number }): number {
  const steps = rising + falling
  return steps === 0 ? 0 : Math.max(rising, falling) / steps
}
