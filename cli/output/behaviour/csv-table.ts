const byteOrderMark = '\uFEFF'

/** Rows as a table for spreadsheets: UTF-8 with a byte order mark; a header alone where there are no rows. */
export function csvTable(rows: readonly Readonly<Record<string, string | number | boolean | null>>[]): string {
  const columns = Object.keys(rows[0] ?? {})
  const lines = [columns, ...rows.map((row) => columns.map((name) => row[name] ?? null))]
  return `${byteOrderMark}${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}

/** A text that a spreadsheet would take for a formula is kept one by an apostrophe. */
function cell(value: string | number | boolean | null): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const text = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
