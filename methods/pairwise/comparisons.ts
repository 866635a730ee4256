import { type JudgementFault, judgementFaults, type JudgementTolerance } from './judgement-faults.ts'
import { type JudgementMatrix, mostCriteria } from './judgement-matrix.ts'

/** Judgements that were checked, by rows: element (i, j) stands at i · size + j; 0 = not compared. */
export interface Comparisons {
  readonly size: number
  readonly values: Float64Array
}

export interface ComparisonOptions extends JudgementTolerance {
  /** Names for the messages of errors; places count from 0 where there are none. */
  readonly criteria?: readonly string[]
  /** What the messages call the matrix. */
  readonly name?: string
}

/**
 * Checks a matrix of judgements and fills in what is given in one direction only.
 *
 * Of the two directions of a pair the one above 1 counts: 3 is what a person meant by 3 and 0.333.
 *
 * @throws RangeError naming the first error that {@link judgementFaults} finds
 * @example
 * [...comparisons([[1, 4], [null, 1]]).values] // [1, 4, 0.25, 1]
 * comparisons([[1, 4], [4, 1]], { criteria: ['value', 'growth'] }) // throws RangeError
 */
export function comparisons(matrix: JudgementMatrix, options: ComparisonOptions = {}): Comparisons {
  const fault = judgementFaults(matrix, options).find((each) => each.severity === 'error')
  if (fault !== undefined) throw new RangeError(sentence(fault, options))
  return filled(matrix)
}

/**
 * As {@link comparisons}, for judgements whose gaps others fill: the criteria need not hang together.
 *
 * @throws RangeError naming the first other error
 * @example
 * [...partialComparisons([[1, null], [null, 1]]).values] // [1, 0, 0, 1]
 * partialComparisons([[1, 4], [4, 1]]) // throws RangeError
 */
export function partialComparisons(matrix: JudgementMatrix, options: ComparisonOptions = {}): Comparisons {
  const faults = judgementFaults(matrix, options)
  const fault = faults.find((each) => each.severity === 'error' && each.kind !== 'apart')
  if (fault !== undefined) throw new RangeError(sentence(fault, options))
  return filled(matrix)
}

function filled(matrix: JudgementMatrix): Comparisons {
  const size = matrix.length
  const values = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    values[i * size + i] = 1
    for (let j = i + 1; j < size; j++) {
      const given = matrix[i]?.[j] ?? null
      const mirror = matrix[j]?.[i] ?? null
      if (given === null && mirror === null) continue
      const strength = Math.max(given ?? 1 / (mirror ?? 1), mirror ?? 1 / (given ?? 1))
      const isForward = given === null ? (mirror ?? 1) < 1 : given >= 1
      values[i * size + j] = isForward ? strength : 1 / strength
      values[j * size + i] = isForward ? 1 / strength : strength
    }
  }
  return { size, values }
}

function sentence(fault: JudgementFault, { criteria, name = 'matrix' }: ComparisonOptions): string {
  const of = (place: number): string => criteria?.[place] ?? String(place)
  switch (fault.kind) {
    case 'empty':
      return `${name} must have a criterion, got none`
    case 'tooManyCriteria':
      return `${name} must have at most ${mostCriteria} criteria, got ${fault.size}`
    case 'notSquare':
      return `${name}[${of(fault.row)}].length must be ${fault.size}, got ${fault.length}`
    case 'diagonal':
      return `${name}[${of(fault.row)}][${of(fault.row)}] must be 1, got ${fault.value}`
    case 'notAJudgement':
    case 'outsideScale':
      return `${name}[${of(fault.row)}][${of(fault.column)}] must lie in 1e-4..1e4, got ${fault.value}`
    case 'notReciprocal': {
      const mirror = `${name}[${of(fault.column)}][${of(fault.row)}]`
      return `${name}[${of(fault.row)}][${of(fault.column)}] must be 1 / ${mirror} = 1 / ${fault.mirror}, got ${fault.value}`
    }
    case 'apart': {
      const groups = fault.groups.map((group) => group.map(of).join(', ')).join(' | ')
      return `${name} must connect all criteria by comparisons, got groups apart: ${groups}`
    }
  }
}
