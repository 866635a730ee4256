import { chanceAgreement } from '@vitalfew/methods/record-linkage/chance-agreement.ts'
import type { ExactLevel, GradedField } from './graded-field.ts'

const drawnPairs = 40_000
/** Weight, in pairs, of what is known of such fields in general: it decides where a table is small. */
const generalPairs = 1000

/** How often unrelated records are on each level of a field: exact agreement by counting, the rest by pairs drawn. */
export function chanceOfLevels(
  field: GradedField,
  { exact: levels, records }: { readonly exact: readonly ExactLevel[]; readonly records: number },
): Float64Array {
  const drawn = new Float64Array(field.levels.length)
  let known = 0
  const draws = Math.min(drawnPairs, records * (records - 1))
  for (let i = 0; i < draws; i++) {
    const [a, b] = [scattered(2 * i) % records, scattered(2 * i + 1) % records]
    const level = a === b ? 0 : field.grade(a, b)
    if (level === 0) continue
    drawn[level] = (drawn[level] ?? 0) + 1
    known++
  }
  const counted = agreementByCounting(levels)
  const blank = field.column.counts[0] ?? 0
  const possible = ((records - blank) * (records - blank - 1)) / 2
  const chance = drawn.map((count, level) => {
    if (level === 0) return 0
    const general = (field.generalChance[level] ?? 0) * generalPairs
    const exact = counted[level - 1]
    if (exact !== undefined) return (exact * possible + general) / (possible + generalPairs)
    return (count + general) / (known + generalPairs)
  })
  const sum = chance.reduce((total, share) => total + share, 0)
  return chance.map((share) => share / sum)
}

/** Chance of each exact level, without the pairs that are on a better one. */
function agreementByCounting(exact: readonly ExactLevel[]): number[] {
  let better = 0
  return exact.map(({ counts }) => {
    const upToHere = chanceAgreement(counts.subarray(1))
    const here = Math.max(0, upToHere - better)
    better = Math.max(better, upToHere)
    return here
  })
}

/** Always the same scattered numbers: a table is resolved in the same way every time. */
function scattered(index: number): number {
  let x = Math.imul(index ^ 0x9e3779b9, 0x85ebca6b)
  x ^= x >>> 13
  x = Math.imul(x, 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}
