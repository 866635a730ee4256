import type { Run } from '@vitalfew/contract/run.ts'

export interface ParetoPoint {
  /** Share of accounts, the largest first. */
  accounts: number
  /** Share of the measure they bring. */
  measure: number
}

export interface ParetoMark extends ParetoPoint {
  abc: 'A' | 'B'
  /** Accounts up to the mark. */
  count: number
}

export interface Pareto {
  points: ParetoPoint[]
  /** Where class A ends and where B ends. */
  marks: ParetoMark[]
  total: number
}

/** The concentration curve from (0, 0) to (1, 1), with the places where the classes end. Empty when nobody is classified. */
export function preparePareto(abc: Run['abc'], curve: readonly ParetoPoint[]): Pareto {
  const { A, B, C } = abc.classes
  const total = A.accounts + B.accounts + C.accounts
  if (total === 0) return { points: [], marks: [], total }
  const amount = A.amount + B.amount + C.amount
  const mark = (abcClass: 'A' | 'B', reached: { count: number; amount: number }) => ({
    abc: abcClass,
    count: reached.count,
    accounts: reached.count / total,
    measure: amount > 0 ? reached.amount / amount : 1,
  })
  return {
    points: withEnds(curve),
    marks: [
      mark('A', { count: A.accounts, amount: A.amount }),
      mark('B', { count: A.accounts + B.accounts, amount: A.amount + B.amount }),
    ],
    total,
  }
}

function withEnds(curve: readonly ParetoPoint[]): ParetoPoint[] {
  const inner = curve.filter((point) => point.accounts > 0 && point.accounts < 1)
  return [{ accounts: 0, measure: 0 }, ...inner, { accounts: 1, measure: 1 }]
}

/** The point of the curve nearest to a share of accounts; points ascend. */
export function nearestPoint(points: readonly ParetoPoint[], accounts: number): number {
  const after = points.findIndex((point) => point.accounts >= accounts)
  if (after === -1) return points.length - 1
  const before = Math.max(0, after - 1)
  const distance = (index: number) => Math.abs((points[index]?.accounts ?? 0) - accounts)
  return distance(before) < distance(after) ? before : after
}
