import { ProductError } from '@vitalfew/contract/errors.ts'
import type { CellValue, Sheet } from 'hucre'
import { readXls, readXlsx } from 'hucre/xlsx'
import { flatTree, type JudgedPart } from './judged-part.ts'
import { checkCriteria } from './json-judgements.ts'
import { matrixSheet } from './matrix-sheet.ts'
import { questionnaireCriteria } from './questionnaire-criteria.ts'
import { questionnaireSheet } from './questionnaire-sheet.ts'
import type { SheetJudgements } from './sheet-judgements.ts'

/**
 * Judgements of a workbook: one person for each sheet that is a questionnaire or a matrix; other sheets are passed over.
 *
 * @throws ProductError `input.damaged`, `judgements.*` with sheet and cell
 */
export async function workbookJudgements(
  bytes: Uint8Array,
  { file, path }: { readonly file: string; readonly path: string },
): Promise<JudgedPart[]> {
  const sheets = await sheetsOf(bytes, { file, path })
  const known = questionnaireCriteria(sheets)
  const visible = sheets.filter(({ hidden, veryHidden }) => hidden !== true && veryHidden !== true)
  const found = visible.flatMap((sheet) => {
    const source = visible.length > 1 ? `${file} / ${sheet.name}` : file
    const judged = questionnaireSheet(sheet.rows, { source, known }) ?? matrixSheet(sheet.rows, { source, known })
    return judged === null ? [] : [{ sheet, source, judged }]
  })
  if (found.length === 0) {
    throw new ProductError('judgements.noSheet', { file, sheets: visible.map(({ name }) => name).join(', ') })
  }
  const base = file.replace(/\.[^.]*$/, '')
  return found.map(({ sheet, source, judged }) =>
    partOf(judged, { source, department: base, name: found.length > 1 ? sheet.name : base }),
  )
}

async function sheetsOf(
  bytes: Uint8Array,
  { file, path }: { readonly file: string; readonly path: string },
): Promise<readonly (Sheet & { readonly rows: CellValue[][] })[]> {
  try {
    const isZip = bytes[0] === 0x50
    return (await (isZip ? readXlsx(bytes) : readXls(bytes))).sheets
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new ProductError('input.damaged', { file, path, problem }, { cause })
  }
}

/** Who did not write a name goes by that of the file or the sheet. */
function partOf(
  judged: SheetJudgements,
  { source, department, name }: { readonly source: string; readonly department: string; readonly name: string },
): JudgedPart {
  const { criteria, titles, matrix, reasons, halfAnswered } = judged
  checkCriteria(criteria, source)
  const expert = {
    name: judged.name || name,
    department: judged.department || department,
    source,
    matrices: criteria.length > 1 ? [matrix] : [],
    reasons,
    halfAnswered,
  }
  return { source, criteria, titles, tree: flatTree(criteria), experts: [expert] }
}
