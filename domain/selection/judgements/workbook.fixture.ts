import { type CellValue, read } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'

/** A workbook of one sheet, as somebody typed it. */
export function typedWorkbook(rows: readonly (readonly CellValue[])[], name = 'Sheet1'): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name, rows: rows.map((row) => [...row]) }] })
}

/** A questionnaire with its rows filled in: which matters more, by how much, why. */
export async function filledQuestionnaire(
  questionnaire: Uint8Array,
  answers: readonly (readonly CellValue[])[],
): Promise<Uint8Array> {
  const { sheets } = await read(questionnaire)
  const [first] = sheets
  const header = first?.rows.findIndex((row) => row.includes('理由') || row.includes('Reason')) ?? -1
  for (const [index, [which = null, strength = null, reason = null]] of answers.entries()) {
    first?.rows[header + 1 + index]?.splice(3, 4, which, strength, null, reason)
  }
  return writeXlsx({
    sheets: sheets.map(({ name, rows, veryHidden }) => ({ name, rows, veryHidden: veryHidden === true })),
  })
}
