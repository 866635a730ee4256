import { connectedComponents } from '@vitalfew/methods/record-linkage/connected-components.ts'
import { blocksOf, joinedCodes } from './blocks.ts'
import type { FieldFacts } from './graded-field.ts'
import type { WeighedFields } from './weigh-pairs.ts'

/**
 * Puts records together that are alike in every field, however many there are: their blocks may have been too large to
 * compare, and they are one as soon as what they have in common says so.
 */
export function joinIdentical(
  groups: Uint32Array,
  { fields, weighed }: { readonly fields: readonly FieldFacts[]; readonly weighed: WeighedFields },
): Uint32Array {
  const codes = fields.flatMap(({ exact }) => exact.slice(0, 1).map((level) => level.codes))
  const [first] = codes
  if (first === undefined) return groups
  // One is added so that a field without a value takes part: 0 would leave the record out.
  const present: readonly Uint32Array[] = codes.map((column) => column.map((code) => code + 1))
  const signature = present.reduce((joined, column) => joinedCodes(joined, column))
  const { records, starts } = blocksOf(signature)
  const [left, right] = [Array.from(groups.keys()), Array.from(groups)]
  for (let block = 0; block + 1 < starts.length; block++) {
    const head = records[starts[block] ?? 0] ?? 0
    const levelOf = (field: number): number => ((codes[field]?.[head] ?? 0) === 0 ? 0 : 1)
    if (weighed.ofLevels(levelOf, head) <= 0) continue
    for (let i = (starts[block] ?? 0) + 1; i < (starts[block + 1] ?? 0); i++) {
      const record = records[i] ?? 0
      if (codes.some((column) => column[record] !== column[head])) continue
      left.push(head)
      right.push(record)
    }
  }
  return left.length === groups.length ? groups : connectedComponents(groups.length, { left, right })
}
