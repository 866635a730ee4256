export type FileCell = string | number | null

/** A table of a file: one sheet of a workbook, or a text file by itself. */
export interface FileTable {
  /** What it is called in an address. */
  readonly name: string
  readonly title: string
  readonly headers: readonly string[]
  readonly rows: readonly (readonly FileCell[])[]
}

/** A table of objects: its columns by their headers, each with what a row says in it. */
export function fileTable<Row>(
  { name, title, rows }: { readonly name: string; readonly title: string; readonly rows: readonly Row[] },
  columns: readonly (readonly [header: string, cell: (row: Row) => FileCell])[],
): FileTable {
  return {
    name,
    title,
    headers: columns.map(([header]) => header),
    rows: rows.map((row) => columns.map(([, cell]) => cell(row))),
  }
}
