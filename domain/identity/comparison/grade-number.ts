import { damerauLevenshtein } from '@vitalfew/methods/record-linkage/damerau-levenshtein.ts'
import type { FieldComparison } from './field-comparison.ts'

/** Numbers that name something: house numbers, postcodes, numbers of people. */
export const gradeNumber: FieldComparison = {
  levels: ['unknown', 'equal', 'slip', 'twoSlips', 'crossed', 'different'],
  expected: [0, 0.82, 0.08, 0.02, 0.01, 0.07],
  chance: [0, 0.0005, 0.001, 0.001, 0.0005, 0.997],
  crossed: 4,
  sharesSigns: true,
  grade: (left, right) => {
    if (left.length < 3 && right.length < 3) return 5
    const distance = damerauLevenshtein(left, right, { limit: 2 })
    if (distance <= 1) return 2
    return distance === 2 && left.length >= 6 ? 3 : 5
  },
}

/** Telephone numbers, as their digits. */
export const gradePhone: FieldComparison = {
  levels: ['unknown', 'equal', 'slip', 'sameEnd', 'crossed', 'different'],
  expected: [0, 0.75, 0.06, 0.05, 0.01, 0.13],
  chance: [0, 0.00001, 0.00002, 0.00002, 0.00001, 0.99994],
  crossed: 4,
  sharesSigns: true,
  grade: (left, right) => {
    if (damerauLevenshtein(left, right, { limit: 1 }) <= 1) return 2
    return left.slice(-7) === right.slice(-7) ? 3 : 5
  },
}

/** Unified social credit codes: the nine signs of the organisation decide where the rest is damaged. */
export const gradeCreditCode: FieldComparison = {
  levels: ['unknown', 'equal', 'sameOrganisation', 'slip', 'different'],
  expected: [0, 0.93, 0.02, 0.03, 0.02],
  chance: [0, 0.000001, 0.000001, 0.000002, 0.999996],
  sharesSigns: true,
  grade: (left, right) => {
    if (left.length === 18 && right.length === 18 && left.slice(8, 17) === right.slice(8, 17)) return 2
    return damerauLevenshtein(left, right, { limit: 1 }) <= 1 ? 3 : 4
  },
}
