import { type Locale, type Translate, translator } from '@vitalfew/contract/locale.ts'
import type { Cell, WriteSheet } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'
import { criteriaSheetName } from './questionnaire-criteria.ts'
import { pairSheet } from './questionnaire-pairs.ts'
import { questionnaireStyle } from './questionnaire-style.ts'

export interface QuestionnaireRequest {
  readonly locale: Locale
  readonly criteria: readonly { readonly id: string; readonly title: string }[]
  readonly name?: string | undefined
  readonly department?: string | undefined
}

/** A workbook to be filled in by one person: a row for each pair of criteria, the scale explained, ready to print. */
export async function questionnaireFile(request: QuestionnaireRequest): Promise<Uint8Array> {
  const t = translator(request.locale)
  const { criteria } = request
  return writeXlsx({
    sheets: [
      pairSheet(request),
      scaleSheet(t),
      { name: criteriaSheetName, veryHidden: true, rows: criteria.map(({ id, title }) => [id, title]) },
    ],
    properties: { title: t('judgements.sheet.title') },
    defaultFont: { name: t('judgements.sheet.font'), size: 11 },
  })
}

/** The nine steps in words; the lists of the questionnaire take them from here. */
function scaleSheet(t: Translate): WriteSheet {
  const style = questionnaireStyle(t('judgements.sheet.font'))
  const cells = new Map<string, Partial<Cell>>()
  cells.set('0,0', { value: t('judgements.sheet.scale'), style: style.title })
  cells.set('1,0', { value: t('judgements.sheet.scaleHint'), style: style.text })
  const headers = [t('judgements.sheet.step'), t('judgements.sheet.word'), t('judgements.sheet.meaning')]
  for (const [column, value] of headers.entries()) cells.set(`2,${column}`, { value, style: style.header })
  for (let step = 1; step <= 9; step++) {
    const row = 2 + step
    const word = t(`judgements.strength.${step}`)
    cells.set(`${row},0`, { value: `${step} ${word}`, style: style.cell })
    cells.set(`${row},1`, { value: word, style: style.cell })
    cells.set(`${row},2`, { value: t(`judgements.meaning.${step}`), style: style.cell })
  }
  return {
    name: t('judgements.sheet.scale'),
    columns: [{ width: 40 }, { width: 38 }, { width: 80 }],
    cells,
    merges: [{ startRow: 1, endRow: 1, startCol: 0, endCol: 2 }],
    rowDefs: new Map([
      [0, { height: 30 }],
      [1, { height: 34 }],
      ...Array.from({ length: 10 }, (_, index) => [2 + index, { height: 24 }] as const),
    ]),
    freezePane: { rows: 3 },
    view: { showGridLines: false },
    protection: { sheet: true, formatColumns: true, formatRows: true },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}
