import type { LinkagePatterns } from '@vitalfew/methods/record-linkage/linkage-model.ts'
import type { GradedField } from './graded-field.ts'
import type { RecordPairs } from './record-pairs.ts'

/** Pairs with the level at which they agree in each field. */
export interface GradedPairs extends RecordPairs {
  readonly levels: readonly Uint8Array[]
}

/** The levels at which pairs agree in one field. */
export function gradedLevels({ grade }: GradedField, { left, right }: RecordPairs): Uint8Array<ArrayBuffer> {
  const levels = new Uint8Array(left.length)
  for (let i = 0; i < left.length; i++) levels[i] = grade(left[i] ?? 0, right[i] ?? 0)
  return levels
}

const bitsOfLevel = 4
const fieldsAtOnce = 6

/** Counts how many pairs have each combination of levels; `keep` leaves pairs out. */
export function patternsOf({ levels, left }: GradedPairs, keep?: (pair: number) => boolean): LinkagePatterns {
  const numbers = new Uint32Array(left.length)
  let first = new Uint32Array(0)
  let counts: number[] = []
  for (let from = 0; from < Math.max(1, levels.length); from += fieldsAtOnce) {
    const columns = levels.slice(from, from + fieldsAtOnce)
    const known = new Map<number, number>()
    const firsts: number[] = []
    counts = []
    for (let i = 0; i < left.length; i++) {
      if (keep?.(i) === false) continue
      let code = numbers[i] ?? 0
      for (const column of columns) code = code * (1 << bitsOfLevel) + (column[i] ?? 0)
      let number = known.get(code)
      if (number === undefined) {
        number = known.size
        known.set(code, number)
        firsts.push(i)
        counts.push(0)
      }
      counts[number] = (counts[number] ?? 0) + 1
      numbers[i] = number
    }
    first = Uint32Array.from(firsts)
  }
  return {
    levels: levels.map((column) => Uint8Array.from(first, (pair) => column[pair] ?? 0)),
    counts: Float64Array.from(counts),
  }
}
