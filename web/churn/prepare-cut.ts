import type { ChurnRate } from '@vitalfew/contract/churn.ts'
import type { Span } from '../charts/place-interval.ts'

/** A way to tell accounts apart: a figure of ours, or a column of the file. */
export interface Cut {
  dimension: string
  omitted: number
  values: { value: string; rate: ChurnRate }[]
}

/** As many as are taken in at a glance. */
const most = 12

export interface CutLines {
  lines: { value: string; rate: ChurnRate }[]
  /** Values that are not drawn, or not even in the data of the page, because they have the fewest accounts. */
  leftOut: number
  /** Of all accounts of the cut together. */
  overall: number | null
  scale: Span
}

/** The values of a cut with the most accounts, the highest rate first; years and other numbers keep their order. */
export function prepareCut(cut: Cut): CutLines {
  const filled = cut.values.filter(({ rate }) => rate.accounts > 0)
  const drawn = filled.toSorted((a, b) => b.rate.accounts - a.rate.accounts).slice(0, most)
  const isOrdered = drawn.every(({ value }) => /^\d+$/.test(value))
  const accounts = filled.reduce((sum, { rate }) => sum + rate.accounts, 0)
  return {
    lines: drawn.toSorted((a, b) =>
      isOrdered ? Number(a.value) - Number(b.value) : b.rate.rate - a.rate.rate || b.rate.accounts - a.rate.accounts,
    ),
    leftOut: filled.length - drawn.length + cut.omitted,
    overall: accounts > 0 ? filled.reduce((sum, { rate }) => sum + rate.left, 0) / accounts : null,
    scale: { from: 0, to: Math.max(0.05, ...drawn.map(({ rate }) => rate.upper)) },
  }
}
