import { ProductError } from '@vitalfew/contract/errors.ts'
import { plainText } from './judgement-lexicon.ts'
import type { JudgedMatrix } from './judged-part.ts'
import { parseJudgement } from './parse-judgement.ts'
import {
  besideLabel,
  cellAddress,
  cellText,
  labelsOf,
  type SheetJudgements,
  type SheetPlace,
  type SheetRows,
} from './sheet-judgements.ts'

/** Where a matrix stands: its corner, and the names across and down. */
interface Frame {
  readonly top: number
  readonly left: number
  readonly across: readonly string[]
  readonly down: readonly string[]
}

/**
 * A matrix typed by hand: the criteria across and down in any order, the judgements between them.
 *
 * @returns null where the sheet holds none
 * @throws ProductError `judgements.*` with the cell
 */
export function matrixSheet(rows: SheetRows, { source, known }: SheetPlace): SheetJudgements | null {
  const frame = findFrame(rows)
  if (frame === null) return null
  const { across, down } = frame
  const name = besideLabel(rows, labelsOf('name'))
  const expert = name || source
  const odd = across.find((label) => !down.includes(label)) ?? down.find((label) => !across.includes(label))
  if (odd !== undefined) {
    const isAcross = across.includes(odd)
    const place = isAcross
      ? cellAddress(frame.top, frame.left + 1 + across.indexOf(odd))
      : cellAddress(frame.top + 1 + down.indexOf(odd), frame.left)
    const criteria = (isAcross ? down : across).join(', ')
    throw new ProductError('judgements.unknownCriterion', { file: source, place, criterion: odd, criteria })
  }
  const idOf = new Map([...known].map(([id, title]) => [plainText(title), id]))
  const ids = across.map((label) => idOf.get(plainText(label)) ?? label)
  return {
    name,
    department: besideLabel(rows, labelsOf('department')),
    criteria: ids,
    titles: new Map(ids.map((id, index) => [id, across[index] ?? id])),
    matrix: matrixOf(rows, { frame, source, expert }),
    reasons: [],
    halfAnswered: [],
  }
}

function findFrame(rows: SheetRows): Frame | null {
  for (const [top, row] of rows.entries()) {
    for (const left of row.keys()) {
      const across = labels(row.slice(left + 1))
      if (across.length < 2 || new Set(across).size < across.length) continue
      const down = labels(rows.slice(top + 1).map((cells) => cells[left]))
      const shared = across.filter((label) => down.includes(label)).length
      // Two names in common are no accident, and a name misspelt is told rather than passed over.
      if (shared >= 2 || (shared === 1 && across.length === 2 && down.length === 2)) return { top, left, across, down }
    }
  }
  return null
}

/** Names as long as they go on. */
function labels(cells: readonly SheetRows[number][number][]): string[] {
  const end = cells.findIndex((cell) => typeof cell !== 'string' || cellText(cell) === '')
  return cells.slice(0, end === -1 ? undefined : end).map(cellText)
}

function matrixOf(
  rows: SheetRows,
  { frame, source, expert }: { readonly frame: Frame; readonly source: string; readonly expert: string },
): JudgedMatrix {
  const { top, left, across, down } = frame
  return across.map((first) =>
    across.map((second, index) => {
      const [row, column] = [top + 1 + down.indexOf(first), left + 1 + index]
      const place = cellAddress(row, column)
      const written = rows[row]?.[column]
      const value = parseJudgement(written)
      if (value !== undefined) return { value, place }
      const shown = written instanceof Date ? written.toISOString().slice(0, 10) : String(written)
      throw new ProductError('judgements.notAJudgement', { file: source, expert, place, first, second, value: shown })
    }),
  )
}
