import { expect, test } from 'vitest'
import { prepareMatrix } from './prepare-matrix.ts'

const matrix = {
  ageDays: 100,
  purchases: [0, 1, 2],
  silenceDays: [0, 30, 60],
  pAlive: [
    [0.5, 1, 1],
    [0.25, 0.5, 0.5],
    [0.1, 0.2, null],
  ],
  expectedOrders: [
    [2, 8, 4],
    [0, 1, 2],
    [0, 0, null],
  ],
}

test('probabilities are coloured as they are, purchases as shares of the largest', () => {
  expect(prepareMatrix(matrix, 'pAlive').rows.map(({ cells }) => cells.map((cell) => cell?.heat ?? null))).toEqual([
    [0.5, 1, 1],
    [0.25, 0.5, 0.5],
    [0.1, 0.2, null],
  ])
  expect(prepareMatrix(matrix, 'expectedOrders').rows[0]?.cells).toEqual([
    { value: 2, heat: 0.25 },
    { value: 8, heat: 1 },
    { value: 4, heat: 0.5 },
  ])
})

test('what has a single possible cell is not drawn', () => {
  const grid = [
    [null, 0.9, 0.9],
    [null, 0.5, 0.4],
    [0.1, null, null],
  ]
  const { columns, rows } = prepareMatrix(
    { ageDays: 60, purchases: [0, 1, 2], silenceDays: [0, 30, 60], pAlive: grid, expectedOrders: grid },
    'pAlive',
  )
  expect([columns, rows.map(({ silenceDays }) => silenceDays)]).toEqual([
    [1, 2],
    [0, 30],
  ])
})

test('a long matrix is thinned and keeps its corners', () => {
  const count = 40
  const grid = Array.from({ length: count }, (_, row) => Array.from({ length: count }, (__, column) => row + column))
  const long = {
    ageDays: 100,
    purchases: Array.from({ length: count }, (_, index) => index),
    silenceDays: Array.from({ length: count }, (_, index) => index * 10),
    pAlive: grid,
    expectedOrders: grid,
  }
  const { columns, rows } = prepareMatrix(long, 'expectedOrders')
  expect(columns).toHaveLength(12)
  expect([columns[0], columns.at(-1), rows[0]?.silenceDays, rows.at(-1)?.silenceDays]).toEqual([0, 39, 0, 390])
  expect(rows.at(-1)?.cells.at(-1)).toEqual({ value: 78, heat: 1 })
})

test('nothing expected of anybody is no colour, and an empty matrix is empty', () => {
  const zeros = [0, 0, 0]
  const none = { ...matrix, expectedOrders: [zeros, zeros, zeros] }
  expect(prepareMatrix(none, 'expectedOrders').rows[0]?.cells.map((cell) => cell?.heat)).toEqual([0, 0, 0])
  expect(prepareMatrix({ ...matrix, purchases: [], silenceDays: [] }, 'pAlive')).toEqual({ columns: [], rows: [] })
})
