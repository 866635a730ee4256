import { dateOrderVote, decimalMarkVote, isPlaceholder, parseAmount, parseDay } from '../../imports/index.ts'
import type { TextTable } from '../../churn/index.ts'
import { timeOfDay } from './time-of-day.ts'

/** The texts of a column; '' where a cell says that nothing is known, or there is no column. */
export function columnTexts({ rows }: Pick<TextTable, 'rows'>, column: number | undefined): string[] {
  return rows.map((row) => {
    const text = column === undefined ? '' : (row[column] ?? '')
    return isPlaceholder(text) ? '' : text
  })
}

/** The moments of a column in days since 1970-01-01, with the time of day where there is one; NaN where there is none. */
export function columnMoments(table: TextTable, column: number | undefined): Float64Array {
  const texts = columnTexts(table, column)
  const vote = dateOrderVote()
  for (const text of texts) vote.add(text)
  const style = { order: vote.order(), serialZero: table.serialZero }
  return Float64Array.from(texts, (text) => {
    if (text === '') return Number.NaN
    return parseDay(text, style) + timeOfDay(text)
  })
}

/** The amounts of a column; NaN where a cell is none. */
export function columnAmounts(table: TextTable, column: number | undefined): Float64Array {
  const texts = columnTexts(table, column)
  const vote = decimalMarkVote()
  for (const text of texts) vote.add(text)
  const mark = vote.mark()
  return Float64Array.from(texts, (text) => {
    const micros = text === '' ? null : parseAmount(text, mark)
    return micros === null ? Number.NaN : Number(micros) / 1e6
  })
}

/** Whether most of what a column says are days. */
export function isDayColumn(table: TextTable, column: number): boolean {
  const sample = { ...table, rows: table.rows.slice(0, 200) }
  const filled = columnTexts(sample, column).filter((text) => text !== '')
  // A column of plain figures has none, nor has an empty one.
  if (filled.every((text) => /^-?[\d.,]+$/.test(text))) return false
  const days = columnMoments(sample, column).filter((day) => !Number.isNaN(day))
  return days.length > filled.length * 0.8
}
