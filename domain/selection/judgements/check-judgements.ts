import { ProductError } from '@vitalfew/contract/errors.ts'
import { type JudgementFault, judgementFaults } from '@vitalfew/methods/pairwise/judgement-faults.ts'
import { mostCriteria } from '@vitalfew/methods/pairwise/judgement-matrix.ts'
import {
  type ComparedNode,
  comparedNodes,
  type ExpertJudgements,
  type JudgedMatrix,
  type JudgedPart,
  titleOf,
  valuesOf,
} from './judged-part.ts'
import { judgementText } from './judgement-text.ts'

/** How far the two directions of a pair may be from reciprocal: people round. */
export const judgementTolerance = 0.02

/**
 * Refuses what nothing can be computed from, naming the person, the place and both criteria.
 *
 * @throws ProductError `judgements.*`
 */
export function checkJudgements(part: JudgedPart): void {
  for (const expert of part.experts) {
    for (const [index, node] of comparedNodes(part.tree).entries()) {
      const matrix = expert.matrices[index] ?? []
      const faults = judgementFaults(valuesOf(matrix), { tolerance: judgementTolerance })
      const fault = squareFault(matrix, node) ?? faults.find(({ severity }) => severity === 'error')
      if (fault !== undefined) throw inWords(fault, { part, expert, node, matrix })
    }
  }
}

/** A matrix may be square and still of another number of criteria. */
function squareFault(matrix: JudgedMatrix, { children }: ComparedNode): JudgementFault | undefined {
  const size = children.length
  if (matrix.length !== size)
    return { kind: 'notSquare', severity: 'error', row: matrix.length, length: matrix.length, size }
  const row = matrix.findIndex((cells) => cells.length !== size)
  if (row === -1) return undefined
  return { kind: 'notSquare', severity: 'error', row, length: matrix[row]?.length ?? 0, size }
}

interface FaultPlace {
  readonly part: JudgedPart
  readonly expert: ExpertJudgements
  readonly node: ComparedNode
  readonly matrix: JudgedMatrix
}

function inWords(fault: JudgementFault, { part, expert, node, matrix }: FaultPlace): ProductError {
  const who = { file: expert.source, expert: expert.name }
  const named = (index: number): string => titleOf(part, node.children[index])
  const placeOf = (row: number, column: number): string => matrix[row]?.[column]?.place ?? ''
  switch (fault.kind) {
    case 'empty':
      return new ProductError('judgements.empty', { file: expert.source, place: expert.name })
    case 'tooManyCriteria':
      return new ProductError('judgements.tooManyCriteria', { ...who, count: fault.size, limit: mostCriteria })
    case 'notSquare': {
      const { row, length, size } = fault
      if (matrix.length !== size) return new ProductError('judgements.rows', { ...who, rows: matrix.length, size })
      return new ProductError('judgements.notSquare', { ...who, row: row + 1, criterion: named(row), length, size })
    }
    case 'diagonal': {
      const { row, value } = fault
      return new ProductError('judgements.diagonal', {
        ...who,
        place: placeOf(row, row),
        criterion: named(row),
        value,
      })
    }
    case 'notAJudgement':
    case 'outsideScale': {
      const { row, column, value } = fault
      const pair = { first: named(row), second: named(column), place: placeOf(row, column) }
      return new ProductError('judgements.notAJudgement', { ...who, ...pair, value: String(value) })
    }
    case 'notReciprocal': {
      const { row, column, value, mirror } = fault
      return new ProductError('judgements.notReciprocal', {
        ...who,
        first: named(row),
        second: named(column),
        place: placeOf(row, column),
        mirrorPlace: placeOf(column, row),
        value: judgementText(value),
        mirror: judgementText(mirror),
        expected: judgementText(1 / value),
      })
    }
    case 'apart': {
      const groups = fault.groups.map((group) => group.map(named).join(', ')).join(' | ')
      const isEmpty = fault.groups.length === node.children.length
      if (isEmpty) return new ProductError('judgements.empty', { file: expert.source, place: expert.name })
      return new ProductError('judgements.apart', { ...who, groups })
    }
  }
}
