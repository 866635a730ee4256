import type { Packing } from '../archive/packing.ts'
import type { DelimitedShape } from '../delimited/detect-delimiter.ts'
import type { Encoding } from '../text/detect-encoding.ts'

/** Rows as they come, a few thousand at a time. `rows[i]` stands in row `numbers[i]` of the file as a person sees it. */
export interface RowBatch {
  readonly numbers: number[]
  readonly rows: string[][]
  /** Numbers of rows whose cells cannot be trusted: an unclosed quote, a cell beyond all measure. */
  readonly damaged: ReadonlySet<number> | null
  /** Numbers of rows that a person does not see: hidden, or filtered out. */
  readonly hidden?: ReadonlySet<number> | null
  /** Bytes of the file read so far. */
  readonly consumed: number
}

/** A table that can be read from the start as often as wanted, whatever the file format. */
export interface TableSource {
  readonly format: FileFormat
  readonly packing: Packing
  /** Encoding of text formats, `binary` for workbooks and Parquet. */
  readonly encoding: string
  readonly sheet: string | null
  /** The sheets that could be chosen, where there are sheets. */
  readonly sheets?: readonly string[]
  /** Sign between cells, null where the format has none. */
  readonly delimiter: string | null
  /** How a delimited text is written and its rows are cut; other formats have none. */
  readonly text?: { readonly encoding: Encoding; readonly shape: DelimitedShape }
  /** True where cells are typed by the file itself, and a header names every column (Parquet, JSON lines). */
  readonly named: boolean
  /** Day that the serial number 0 stands for in this file. */
  readonly serialZero: number
  readonly totalBytes: number
  rows(signal?: AbortSignal): AsyncGenerator<RowBatch, void, undefined>
}

export type FileFormat = 'delimited' | 'xlsx' | 'xls' | 'html' | 'jsonLines' | 'parquet'
