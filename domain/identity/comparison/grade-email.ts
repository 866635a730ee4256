import { damerauLevenshtein } from '@vitalfew/methods/record-linkage/damerau-levenshtein.ts'
import { jaroWinkler } from '@vitalfew/methods/record-linkage/jaro-winkler.ts'
import type { FieldComparison } from './field-comparison.ts'

/** Addresses of mail: the part before the sign names the person, the part after it only the house. */
export const gradeEmail: FieldComparison = {
  levels: ['unknown', 'equal', 'slip', 'sameUser', 'similarUser', 'different'],
  expected: [0, 0.7, 0.1, 0.06, 0.06, 0.08],
  chance: [0, 0.00001, 0.00002, 0.0001, 0.001, 0.99887],
  grade: (left, right) => {
    if (damerauLevenshtein(left, right, { limit: 2 }) <= 2) return 2
    const [user, other] = [left.slice(0, left.indexOf('@')), right.slice(0, right.indexOf('@'))]
    if (user === other) return 3
    return jaroWinkler(user, other) >= 0.88 ? 4 : 5
  },
}
