import { filledColumns } from '@vitalfew/methods/sensitivity/filled-columns.ts'
import type { ScoredModel } from '../scoring/score-model.ts'

/** The values of some accounts, one column per criterion in the order of the positions; unknown ones as the score counts them. */
export function filledValues({ scoring, values, scored }: ScoredModel, positions: Uint32Array): Float64Array[] {
  if (scoring === null) return []
  const columns = values.map((column) => picked(column, positions))
  return filledColumns(columns, { scoring, scores: picked(scored.scores, positions) })
}

function picked(column: Float64Array, positions: Uint32Array): Float64Array {
  const few = new Float64Array(positions.length)
  for (let i = 0; i < few.length; i++) few[i] = column[positions[i] ?? 0] ?? Number.NaN
  return few
}
