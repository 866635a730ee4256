/**
 * Values of groups given back to their members.
 *
 * @param values one per group
 * @param groups group of each member, as in {@link groupHistories}
 * @returns one value per member
 * @example
 * [...spreadGroups(Float64Array.of(10, 20), Uint32Array.of(1, 0, 1))] // [20, 10, 20]
 */
export function spreadGroups(values: Float64Array, groups: Uint32Array): Float64Array {
  const spread = new Float64Array(groups.length)
  for (let i = 0; i < groups.length; i++) spread[i] = values[groups[i] ?? 0] ?? 0
  return spread
}
