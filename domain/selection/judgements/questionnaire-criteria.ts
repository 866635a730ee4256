import { cellText, type SheetRows } from './sheet-judgements.ts'

/** The hidden sheet of a questionnaire, by which its criteria keep their codes: a row each of code and title. */
export const criteriaSheetName = 'vitalfew-criteria'

/** Code → title of the criteria that a workbook was made for; empty where it does not say. */
export function questionnaireCriteria(
  sheets: readonly { readonly name: string; readonly rows: SheetRows }[],
): Map<string, string> {
  const sheet = sheets.find(({ name }) => name === criteriaSheetName)
  const rows = (sheet?.rows ?? []).map(([id, title]) => [cellText(id), cellText(title)] as const)
  return new Map(rows.filter(([id, title]) => id !== '' && title !== ''))
}
