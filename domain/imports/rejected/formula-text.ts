import { parseAmount } from '../values/parse-amount.ts'

/**
 * A cell that a spreadsheet will not run: text that begins like a formula gets an apostrophe before it, which
 * `cleanText` takes off again on the way back in. Numbers stay as they are, negative ones too.
 *
 * @example
 * formulaText('=1+1') // "'=1+1"
 * formulaText('-500.00') // '-500.00'
 */
export function formulaText(cell: string): string {
  return formula.test(cell) && !isNumber(cell) ? `'${cell}` : cell
}

// Blanks and quotes before the sign do not help: spreadsheets read over them.
const formula = /^[\t\r\u0000]|^[\s"'\u0000]*[=+\-@＝＋－＠]/

function isNumber(cell: string): boolean {
  return !/\d\s+\d/.test(cell) && (parseAmount(cell, '.') !== null || parseAmount(cell, ',') !== null)
}
