import type { BitOf } from '../checks/line-check.ts'

/** SQL: conditions as the bits of one number, each that of the check of its name. A join carries one column for all. */
export function packed(conditions: Readonly<Record<string, string>>, bitOf: BitOf): string {
  return Object.entries(conditions)
    .map(([name, condition]) => `bitShiftLeft(toUInt64(${condition}), ${bitOf(name)})`)
    .join(' + ')
}
