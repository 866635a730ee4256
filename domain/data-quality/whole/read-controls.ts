import { basename } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { ControlMeasure, controlMeasures, type ControlTotal } from '@vitalfew/contract/quality.ts'
import { headerKey, openSource, parseAmount } from '../../imports/index.ts'
import { departmentNames, measureNames, monthNames, writtenMonth } from './control-words-lexicon.ts'

/**
 * Figures from elsewhere as `--control` gives them: `netRevenue=1200000,rows=5310`, or the name of a file with a column of
 * months or departments (or both) and a column for each measure.
 *
 * @throws ProductError `argument.invalid`, `input.*`, `quality.controlColumns`
 */
export async function readControls(given: string, signal?: AbortSignal): Promise<ControlTotal[]> {
  if (!given.includes('=')) return controlsOfFile(given, signal)
  return given.split(/[,，](?=\s*\p{L}+\s*=)/u).map((part) => {
    const [, name = '', text = ''] = /^\s*([^=]+?)\s*=\s*(.+?)\s*$/.exec(part) ?? []
    const measure = ControlMeasure.safeParse(name).data ?? measureNames[headerKey(name)]
    const value = parseAmount(text, '.')
    if (measure === undefined || value === null) {
      const expected = controlMeasures.map((one) => `${one}=…`).join(', ')
      throw new ProductError('argument.invalid', { argument: '--control', value: part, expected })
    }
    return { measure, month: null, department: null, value: Number(value) / 1e6 }
  })
}

interface ControlColumns {
  readonly month: number
  readonly department: number
  readonly measures: readonly { readonly measure: ControlMeasure; readonly index: number }[]
}

async function controlsOfFile(path: string, signal?: AbortSignal): Promise<ControlTotal[]> {
  const source = await openSource({ path, signal })
  const controls: ControlTotal[] = []
  let columns: ControlColumns | undefined
  for await (const { rows } of source.rows(signal)) {
    for (const cells of rows) {
      if (cells.every((cell) => cell.trim() === '')) continue
      if (columns === undefined) columns = recognised(cells, path)
      else controls.push(...controlsOfRow(cells, columns))
    }
  }
  if (controls.length === 0) throw new ProductError('input.noRows', { file: basename(path) })
  return controls
}

function recognised(header: readonly string[], path: string): ControlColumns {
  const keys = header.map((cell) => headerKey(cell))
  const month = keys.findIndex((key) => monthNames.has(key))
  const department = keys.findIndex((key) => departmentNames.has(key))
  const measures = keys.flatMap((key, index) => {
    const measure = measureNames[key]
    return measure === undefined ? [] : [{ measure, index }]
  })
  if ((month < 0 && department < 0) || measures.length === 0) {
    throw new ProductError('quality.controlColumns', { file: basename(path), measures: controlMeasures.join(', ') })
  }
  return { month, department, measures }
}

/** A row without its month or department is a total of the file, and no figure of a month or department. */
function controlsOfRow(cells: readonly string[], { month, department, measures }: ControlColumns): ControlTotal[] {
  const ofMonth = month < 0 ? null : monthOf(cells[month] ?? '')
  const ofDepartment = department < 0 ? null : (cells[department] ?? '').trim()
  if (ofMonth === undefined || ofDepartment === '') return []
  return measures.flatMap(({ measure, index }) => {
    const value = parseAmount(cells[index] ?? '', '.')
    return value === null ? [] : [{ measure, month: ofMonth, department: ofDepartment, value: Number(value) / 1e6 }]
  })
}

function monthOf(text: string): string | undefined {
  const [, year = '', month = ''] = writtenMonth.exec(text) ?? []
  return year === '' ? undefined : `${year}-${month.padStart(2, '0')}`
}
