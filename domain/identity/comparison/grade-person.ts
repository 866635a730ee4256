import { damerauLevenshtein } from '@vitalfew/methods/record-linkage/damerau-levenshtein.ts'
import { jaroWinkler } from '@vitalfew/methods/record-linkage/jaro-winkler.ts'
import type { FieldComparison } from './field-comparison.ts'

/** Names of people: a slip of the pen, a similar name, a short form, and names given in each other's place. */
export const gradePerson: FieldComparison = {
  levels: ['unknown', 'equal', 'slip', 'similar', 'shortForm', 'crossed', 'different'],
  expected: [0, 0.72, 0.12, 0.05, 0.03, 0.03, 0.05],
  chance: [0, 0.004, 0.003, 0.006, 0.003, 0.0005, 0.9835],
  crossed: 5,
  sharesSigns: true,
  grade: (left, right) => {
    const shorter = Math.min(left.length, right.length)
    if (shorter > 2 && damerauLevenshtein(left, right, { limit: 1 }) <= 1) return 2
    if (left.startsWith(right) || right.startsWith(left)) return 4
    const similarity = jaroWinkler(left, right)
    if (similarity >= 0.9 && shorter > 2) return 3
    if (shorter > 5 && damerauLevenshtein(left, right, { limit: 2 }) <= 2) return 3
    return 6
  },
}
