/**
 * SQL for a text column as a cell of a file. A cell that begins like a formula would be run by the spreadsheet that opens it
 * (ASVS 5, 1.2.10): it gets an apostrophe in front.
 */
export function harmlessCell(column: string): string {
  return `if(match(${column}, '^[\\\\s\\'"]*[=+\\\\-@\\\\t\\\\r\\\\x00＝＋－＠]'), concat('\\'', ${column}), ${column})`
}
