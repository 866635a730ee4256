import { damerauLevenshtein } from '@vitalfew/methods/record-linkage/damerau-levenshtein.ts'
import { jaroWinkler } from '@vitalfew/methods/record-linkage/jaro-winkler.ts'
import { qgramSimilarity } from '@vitalfew/methods/record-linkage/qgram-similarity.ts'
import type { FieldComparison } from './field-comparison.ts'

/** Addresses and other texts of a few words. */
export const gradeText: FieldComparison = {
  levels: ['unknown', 'equal', 'slip', 'similar', 'partly', 'crossed', 'different'],
  expected: [0, 0.7, 0.12, 0.06, 0.04, 0.02, 0.06],
  chance: [0, 0.0005, 0.0005, 0.001, 0.003, 0.0005, 0.9945],
  crossed: 5,
  sharesSigns: true,
  grade: (left, right) => {
    // Long texts with few runs in common are neither slips nor similar: that is cheap to see.
    const isLong = Math.min(left.length, right.length) > 8
    const common = isLong ? qgramSimilarity(left, right, { size: 2 }) : 1
    if (common < 0.4) return 6
    const limit = Math.max(left.length, right.length) > 8 ? 2 : 1
    if (Math.min(left.length, right.length) > 2 && damerauLevenshtein(left, right, { limit }) <= limit) return 2
    if (jaroWinkler(left, right) >= 0.92) return 3
    return (isLong ? common : qgramSimilarity(left, right, { size: 2 })) >= 0.5 ? 4 : 6
  },
}

/** Values of a short list: provinces, branches of trade. */
export const gradeCategory: FieldComparison = {
  levels: ['unknown', 'equal', 'slip', 'crossed', 'different'],
  expected: [0, 0.88, 0.05, 0.01, 0.06],
  chance: [0, 0.1, 0.01, 0.005, 0.885],
  crossed: 3,
  sharesSigns: true,
  grade: (left, right) => {
    if (Math.min(left.length, right.length) < 3) return 4
    if (damerauLevenshtein(left, right, { limit: 1 }) <= 1) return 2
    return left.length > 5 && jaroWinkler(left, right) >= 0.92 ? 2 : 4
  },
}
