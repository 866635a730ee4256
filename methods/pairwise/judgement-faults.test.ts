import { describe, expect, it } from 'vitest'
import { consistency } from './consistency.ts'
import { eigenvectorPriorities } from './eigenvector-priorities.ts'
import { type JudgementFault, judgementFaults } from './judgement-faults.ts'
import type { JudgementMatrix } from './judgement-matrix.ts'

const cases: [string, JudgementMatrix, Partial<JudgementFault>[], string][] = [
  ['nothing', [], [{ kind: 'empty' }], 'matrix must have a criterion, got none'],
  [
    'a short row',
    [[1, 2], [0.5]],
    [{ kind: 'notSquare', row: 1, length: 1, size: 2 }],
    'matrix[growth].length must be 2, got 1',
  ],
  [
    'a diagonal',
    [
      [1, 2],
      [0.5, 3],
    ],
    [{ kind: 'diagonal', row: 1, value: 3 }],
    'matrix[growth][growth] must be 1, got 3',
  ],
  [
    'zero',
    [
      [1, 0],
      [0, 1],
    ],
    [
      { kind: 'notAJudgement', row: 0, column: 1 },
      { kind: 'notAJudgement', row: 1 },
    ],
    'got 0',
  ],
  [
    'a negative',
    [
      [1, -3],
      [null, 1],
    ],
    [{ kind: 'notAJudgement', value: -3 }],
    'matrix[value][growth] must lie in 1e-4..1e4, got -3',
  ],
  [
    'NaN',
    [
      [1, Number.NaN],
      [null, 1],
    ],
    [{ kind: 'notAJudgement' }],
    'got NaN',
  ],
  [
    'infinity',
    [
      [1, Infinity],
      [0.1, 1],
    ],
    [{ kind: 'notAJudgement' }],
    'got Infinity',
  ],
  [
    'a subnormal',
    [
      [1, 5e-324],
      [null, 1],
    ],
    [{ kind: 'notAJudgement' }],
    'got 5e-324',
  ],
  [
    'no reciprocal',
    [
      [1, 3],
      [0.5, 1],
    ],
    [{ kind: 'notReciprocal', row: 0, column: 1, value: 3, mirror: 0.5 }],
    'matrix[value][growth] must be 1 / matrix[growth][value] = 1 / 0.5, got 3',
  ],
  [
    'a rounded reciprocal',
    [
      [1, 3],
      [0.33, 1],
    ],
    [{ kind: 'notReciprocal' }],
    'got 3',
  ],
  [
    'two islands',
    [
      [1, 2, null, null],
      [0.5, 1, null, null],
      [null, null, 1, 5],
      [null, null, 0.2, 1],
    ],
    [
      {
        kind: 'apart',
        groups: [
          [0, 1],
          [2, 3],
        ],
      },
    ],
    'got groups apart: value, growth | loyalty, 3',
  ],
]

describe('judgementFaults', () => {
  it.each(cases)('%s', (_, matrix, faults, message) => {
    expect(judgementFaults(matrix)).toMatchObject(faults)
    expect(() => eigenvectorPriorities(matrix, { criteria: ['value', 'growth', 'loyalty'] })).toThrow(message)
  })

  it('a judgement beyond the scale is a warning and counts as it is', () => {
    const matrix = [
      [1, 12],
      [1 / 12, 1],
    ]
    expect(judgementFaults(matrix)).toEqual([
      { kind: 'outsideScale', severity: 'warning', row: 0, column: 1, value: 12 },
    ])
    expect(eigenvectorPriorities(matrix).weights[0]).toBeCloseTo(12 / 13, 14)
    expect(
      judgementFaults([
        [1, null],
        [1 / 12, 1],
      ]),
    ).toMatchObject([{ kind: 'outsideScale', row: 1, column: 0 }])
    expect(
      judgementFaults([
        [1, 9],
        [1 / 9, 1],
      ]),
    ).toEqual([])
  })

  it('takes one direction for both, gaps on the diagonal, and rounded reciprocals where told', () => {
    const whole = eigenvectorPriorities([
      [1, 3, 5],
      [1 / 3, 1, 3],
      [1 / 5, 1 / 3, 1],
    ])
    expect(
      eigenvectorPriorities([
        [null, 3, 5],
        [null, null, 3],
        [null, null, null],
      ]),
    ).toEqual(whole)
    expect(
      eigenvectorPriorities([
        [1, null, 5],
        [1 / 3, 1, null],
        [null, 1 / 3, 1],
      ]),
    ).toEqual(whole)
    const rounded = [
      [1, 3, 5],
      [0.33, 1, 3],
      [0.2, 0.33, 1],
    ]
    expect(judgementFaults(rounded, { tolerance: 0.02 })).toEqual([])
    expect(eigenvectorPriorities(rounded, { tolerance: 0.02 })).toEqual(whole)
  })

  it('ends at fifteen criteria, as the random indices do', () => {
    const ones = (size: number): number[][] => Array.from({ length: size }, () => Array.from({ length: size }, () => 1))
    expect(consistency(ones(15)).ratio).toBe(0)
    expect(judgementFaults(ones(16))).toEqual([{ kind: 'tooManyCriteria', severity: 'error', size: 16 }])
    expect(consistency(ones(1))).toMatchObject({ index: 0, ratio: 0 })
    expect([...eigenvectorPriorities([[1]]).weights]).toEqual([1])
  })
})
