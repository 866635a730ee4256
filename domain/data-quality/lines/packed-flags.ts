/** SQL: conditions as the bits of one number, in their order. A join carries one column instead of many. */
export function packed(conditions: Readonly<Record<string, string>>, firstBit = 0): string {
  return Object.values(conditions)
    .map((condition, bit) => `bitShiftLeft(toUInt32(${condition}), ${firstBit + bit})`)
    .join(' + ')
}
