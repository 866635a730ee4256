import { inputLimits } from '../input-limits.ts'
import type { RowBatch } from './table-source.ts'

const batchRows = 2_000

/** Batches over a table that is in memory already; its first row is row 1. */
export async function* tableInMemory(
  rows: readonly string[][],
  consumed: number,
): AsyncGenerator<RowBatch, void, undefined> {
  for (let from = 0; from < rows.length; from += batchRows) {
    const part = rows.slice(from, from + batchRows)
    yield {
      numbers: part.map((_, index) => from + index + 1),
      rows: part.map((row) => (row.length > inputLimits.columns + 1 ? row.slice(0, inputLimits.columns + 1) : row)),
      damaged: null,
      consumed,
    }
  }
}
