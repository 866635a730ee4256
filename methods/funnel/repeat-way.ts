export interface RepeatRule {
  /** Numbers of purchases that count as steps, ascending from 1. */
  readonly rungs: readonly number[]
  /** Days from the first purchase within which all must happen; no limit where absent. */
  readonly windowDays?: number
}

/**
 * The way of a customer from the first purchase to the second and further ones: when it came to each step, as far as it
 * came.
 *
 * @param days distinct purchase days, ascending
 * @returns one day for each step that was reached
 * @throws RangeError naming `rungs` or `days` where they are not whole numbers that ascend (rungs from 1 at least)
 * @example
 * repeatWay([0, 10, 40, 41, 50], { rungs: [1, 2, 3, 5] }) // [0, 10, 40, 50]
 * repeatWay([0, 10, 40], { rungs: [1, 2, 3], windowDays: 30 }) // [0, 10]
 * repeatWay([], { rungs: [1] }) // []
 * repeatWay([5, 3], { rungs: [1] }) // throws RangeError
 */
export function repeatWay(days: readonly number[], { rungs, windowDays = Infinity }: RepeatRule): number[] {
  requireAscending('rungs', rungs, 1)
  requireAscending('days', days, -Infinity)
  const first = days[0] ?? Number.NaN
  return rungs.flatMap((rung) => {
    const day = days[rung - 1]
    return day === undefined || day - first > windowDays ? [] : [day]
  })
}

function requireAscending(name: string, ...[values, least]: readonly [readonly number[], number]): void {
  values.forEach((value, i) => {
    if (!Number.isInteger(value) || value < least || value <= (values[i - 1] ?? -Infinity)) {
      throw new RangeError(`${name}[${i}] must be a whole number above those before it, got ${value}`)
    }
  })
}
