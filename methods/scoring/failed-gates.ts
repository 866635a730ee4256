import { requireSameLength } from '../arguments/require-same-length.ts'

/** A condition that an account meets or not, whatever its score: no overdue debt, licence valid. */
export interface Gate<Name extends string = string> {
  readonly gate: Name
  /** Per account: above 0 = passes, 0 = fails, NaN = unknown. */
  readonly passes: ArrayLike<number>
  /** What unknown counts as; 'pass' where absent. */
  readonly whenUnknown?: 'pass' | 'fail'
}

/**
 * The first gate each account fails, in the order given.
 *
 * @param gates all of the same length
 * @returns the gate's name per account; null where all are passed, none for no gates
 * @throws RangeError when a gate's column has another length than the first
 * @example
 * failedGates([{ gate: 'debt', passes: [1, 0, NaN] }]) // [null, 'debt', null]
 * failedGates([{ gate: 'debt', passes: [1] }, { gate: 'licence', passes: [] }]) // throws RangeError
 */
export function failedGates<Name extends string>(gates: readonly Gate<Name>[]): (Name | null)[] {
  const count = gates[0]?.passes.length ?? 0
  const failed: (Name | null)[] = []
  for (let account = 0; account < count; account++) failed.push(null)
  for (const { gate, passes, whenUnknown = 'pass' } of gates) {
    requireSameLength(`passes of ${gate}`, { expected: count, actual: passes.length })
    for (let account = 0; account < count; account++) {
      const known = passes[account] ?? Number.NaN
      const fails = Number.isNaN(known) ? whenUnknown === 'fail' : known <= 0
      if (fails) failed[account] ??= gate
    }
  }
  return failed
}
