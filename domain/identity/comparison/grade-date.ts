import { damerauLevenshtein } from '@vitalfew/methods/record-linkage/damerau-levenshtein.ts'
import type { FieldComparison } from './field-comparison.ts'

/** Days written as eight digits. */
export const gradeDate: FieldComparison = {
  levels: ['unknown', 'equal', 'slip', 'twoParts', 'year', 'different'],
  expected: [0, 0.8, 0.08, 0.05, 0.03, 0.04],
  chance: [0, 0.0002, 0.001, 0.003, 0.04, 0.9558],
  grade: (left, right) => {
    if (left.slice(0, 4) + left.slice(6, 8) + left.slice(4, 6) === right) return 2
    if (damerauLevenshtein(left, right, { limit: 1 }) <= 1) return 2
    const [year, month, day] = [left.slice(0, 4), left.slice(4, 6), left.slice(6)]
    const equal = [year === right.slice(0, 4), month === right.slice(4, 6), day === right.slice(6)]
    if (equal.filter(Boolean).length === 2) return 3
    return equal[0] === true || damerauLevenshtein(left, right, { limit: 2 }) <= 2 ? 4 : 5
  },
}
