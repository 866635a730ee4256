import { type Translate, translator } from '@vitalfew/contract/locale.ts'
import type { Cell, CellStyle, CellValue, DataValidation, WriteSheet } from 'hucre'
import type { QuestionnaireRequest } from './questionnaire-file.ts'
import { questionnaireStyle } from './questionnaire-style.ts'

/** Rows of the sheet, counted from 0. */
const rows = { title: 0, intro: 1, how: 2, gaps: 3, person: 4, progress: 5, header: 6, first: 7 } as const
const columns = ['number', 'first', 'second', 'which', 'strength', 'reading', 'reason'] as const
const widths = [5, 18, 18, 18, 24, 36, 28]

/** The sheet that is filled in. */
export function pairSheet({ locale, criteria, name = '', department = '' }: QuestionnaireRequest): WriteSheet {
  const t = translator(locale)
  const style = questionnaireStyle(t('judgements.sheet.font'))
  const titles = criteria.map(({ title }) => title)
  const pairs = titles.flatMap((first, index) => titles.slice(index + 1).map((second) => ({ first, second })))
  const cells = new Map<string, Partial<Cell>>()
  const put = (row: number, column: number, cell: { value: CellValue; style: CellStyle } & Partial<Cell>): void =>
    void cells.set(`${row},${column}`, cell)

  put(rows.title, 0, { value: t('judgements.sheet.title'), style: style.title })
  put(rows.intro, 0, { value: t('judgements.sheet.intro'), style: style.text })
  put(rows.how, 0, { value: t('judgements.sheet.how'), style: style.text })
  put(rows.gaps, 0, { value: t('judgements.sheet.gaps', { count: titles.length - 1 }), style: style.text })
  const person = [
    { label: 'name', value: name },
    { label: 'department', value: department },
    { label: 'date', value: '' },
  ] as const
  for (const [index, { label, value }] of person.entries()) {
    put(rows.person, 1 + 2 * index, { value: t(`judgements.sheet.${label}`), style: style.label })
    put(rows.person, 2 + 2 * index, { value, style: style.entry })
  }
  put(rows.progress, 6, { ...progress(t, pairs.length), style: style.progress })
  for (const [column, key] of columns.entries()) {
    put(rows.header, column, { value: t(`judgements.sheet.${key}`), style: style.header })
  }
  for (const [index, { first, second }] of pairs.entries()) {
    const row = rows.first + index
    put(row, 0, { value: index + 1, style: style.number })
    put(row, 1, { value: first, style: style.cell })
    put(row, 2, { value: second, style: style.cell })
    put(row, 3, { value: null, style: style.choice })
    put(row, 4, { value: null, style: style.choice })
    put(row, 5, { value: '', style: style.reading, formula: readingFormula(t, row + 1), formulaResult: '' })
    put(row, 6, { value: null, style: style.entry })
  }
  return { name: t('judgements.sheet.questionnaire'), cells, ...layout(t, pairs.length) }
}

function progress(t: Translate, pairs: number): { value: CellValue; formula: string; formulaResult: string } {
  const [before, after] = [t('judgements.sheet.filled'), ` / ${pairs}`]
  const range = `E${rows.first + 1}:E${rows.first + pairs}`
  return {
    value: `${before}0${after}`,
    formula: `${quoted(before)}&SUMPRODUCT(--(${range}<>""))&${quoted(after)}`,
    formulaResult: `${before}0${after}`,
  }
}

/** What the two choices of a row say, read back to the person while they are made. */
function readingFormula(t: Translate, row: number): string {
  const [first, second, which, strength] = ['B', 'C', 'D', 'E'].map((column) => `${column}${row}`)
  const step = `VALUE(LEFT(${strength},FIND(" ",${strength}&" ")-1))`
  const word = `INDEX('${t('judgements.sheet.scale')}'!$B$4:$B$12,${step})`
  const equal = `${first}&${quoted(t('judgements.sheet.and'))}&${second}&${quoted(t('judgements.sheet.colon'))}&${word}`
  const neither = `AND(${which}<>${first},${which}<>${second})`
  const over = `${which}&${quoted(t('judgements.sheet.over'))}&IF(${which}=${first},${second},${first})&${quoted(t('judgements.sheet.colon'))}&${word}`
  const noWhich = quoted(t('judgements.sheet.noWhich'))
  const noStrength = quoted(t('judgements.sheet.noStrength'))
  const known = `IFERROR(IF(${step}=1,${equal},IF(${which}="",${noWhich},IF(${neither},"",${over}))),"")`
  return `IF(${strength}="",IF(${which}="","",${noStrength}),${known})`
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

function layout(t: Translate, pairs: number): Partial<WriteSheet> {
  const style = questionnaireStyle(t('judgements.sheet.font'))
  const [from, to] = [rows.first + 1, rows.first + pairs]
  const text = [rows.title, rows.intro, rows.how, rows.gaps]
  return {
    columns: widths.map((width) => ({ width })),
    merges: text.map((row) => ({ startRow: row, endRow: row, startCol: 0, endCol: columns.length - 1 })),
    rowDefs: new Map([
      [rows.title, { height: 34 }],
      ...[rows.intro, rows.how, rows.gaps].map((row) => [row, { height: 34 }] as const),
      [rows.person, { height: 26 }],
      [rows.progress, { height: 20 }],
      [rows.header, { height: 28 }],
      ...Array.from({ length: pairs }, (_, index) => [rows.first + index, { height: 28 }] as const),
    ]),
    dataValidations: validations(t, { from, to }),
    conditionalRules: [
      {
        type: 'expression',
        priority: 1,
        range: `D${from}:E${to}`,
        formula: `OR(AND($D${from}<>"",$E${from}=""),AND($D${from}="",$E${from}<>"",LEFT($E${from},1)<>"1"))`,
        style: style.half,
      },
      { type: 'expression', priority: 2, range: `D${from}:E${to}`, formula: `$E${from}<>""`, style: style.done },
    ],
    freezePane: { rows: rows.first },
    view: { showGridLines: false },
    protection: { sheet: true, formatColumns: true, formatRows: true },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: `$${rows.header + 1}:$${rows.header + 1}`,
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  }
}

/** Lists to choose from. They advise and do not forbid: people may type 1/3, or a word. */
function validations(t: Translate, { from, to }: { readonly from: number; readonly to: number }): DataValidation[] {
  return [
    {
      type: 'list',
      formula1: `$B${from}:$C${from}`,
      range: `D${from}:D${to}`,
      allowBlank: true,
      showErrorMessage: false,
      showInputMessage: true,
      inputTitle: t('judgements.sheet.which'),
      inputMessage: t('judgements.sheet.whichHint'),
    },
    {
      type: 'list',
      formula1: `'${t('judgements.sheet.scale')}'!$A$4:$A$12`,
      range: `E${from}:E${to}`,
      allowBlank: true,
      showErrorMessage: false,
      showInputMessage: true,
      inputTitle: t('judgements.sheet.strength'),
      inputMessage: t('judgements.sheet.strengthHint'),
    },
  ]
}
