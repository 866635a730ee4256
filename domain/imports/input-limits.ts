const kibibyte = 1024
const mebibyte = 1024 * kibibyte

/** What a file may ask of the machine. Real exports stay far below; what goes beyond is damaged or hostile. */
export const inputLimits = {
  /** Columns of a table. */
  columns: 512,
  /** Rows of a workbook sheet: what Excel itself can hold. */
  sheetRows: 1_048_576,
  /** Characters of one line, so that a file without line ends is refused before it is in memory. */
  lineCharacters: mebibyte,
  /** Characters of one cell; the row of a longer one is damaged (an unclosed quote, mostly). */
  cellCharacters: 64 * kibibyte,
  /** Bytes after inflating a gzip file, or the one file in a zip archive. */
  unpackedBytes: 8 * 1024 * mebibyte,
  /** Bytes after inflating all parts of a workbook. */
  workbookBytes: 1024 * mebibyte,
  /** Bytes of a workbook part that is read whole: the list of sheets, the styles. */
  workbookPartBytes: 32 * mebibyte,
  /** Entries of a zip archive. */
  zipEntries: 2_000,
  /** Inflated bytes per compressed byte, looked at once `ratioFromBytes` have come out. */
  inflationRatio: 100,
  ratioFromBytes: 64 * mebibyte,
  /** Bytes of the formats that cannot be read as a stream (.xls, HTML tables, one JSON array, packed workbooks). */
  wholeFileBytes: 128 * mebibyte,
} as const
