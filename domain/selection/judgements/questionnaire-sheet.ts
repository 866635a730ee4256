import { ProductError } from '@vitalfew/contract/errors.ts'
import type { JudgedCell, JudgedMatrix } from './judged-part.ts'
import { plainText } from './judgement-lexicon.ts'
import { type PairAnswer, pairAnswer } from './pair-answer.ts'
import {
  besideLabel,
  cellAddress,
  cellText,
  labelsOf,
  type SheetJudgements,
  type SheetPlace,
  type SheetRows,
} from './sheet-judgements.ts'

/** The row of headers, and in which column what stands. */
interface Columns {
  readonly row: number
  readonly first: number
  readonly second: number
  readonly which: number
  readonly strength: number
  readonly reason: number
}

/**
 * A filled-in questionnaire: a row for each pair.
 *
 * @returns null where the sheet is none
 * @throws ProductError `judgements.*` with the cell
 */
export function questionnaireSheet(rows: SheetRows, { source, known }: SheetPlace): SheetJudgements | null {
  const columns = findColumns(rows)
  if (columns === null) return null
  const name = besideLabel(rows.slice(0, columns.row), labelsOf('name'))
  const idOf = new Map([...known].map(([id, title]) => [plainText(title), id]))
  const around = { columns, source, expert: name || source, idOf }
  const answers = rows.slice(columns.row + 1).flatMap((cells, index) => {
    const answer = answerOf(cells, { ...around, row: columns.row + 1 + index })
    return answer === null ? [] : [answer]
  })
  const written = answers.flatMap(({ first, second, titlesOfPair: [one, other] }) => [
    [first, one] as const,
    [second, other] as const,
  ])
  // Rows that somebody took out are gaps, where the workbook still knows its criteria.
  const titles = known.size > 0 ? known : new Map(written)
  const criteria = [...titles.keys()]
  return {
    name,
    department: besideLabel(rows.slice(0, columns.row), labelsOf('department')),
    criteria,
    titles,
    matrix: matrixOf(answers, { criteria, source, expert: around.expert }),
    reasons: answers.flatMap(({ first, second, reason }) => (reason === '' ? [] : [{ first, second, reason }])),
    halfAnswered: answers.flatMap(({ first, second, place, isHalf }) => (isHalf ? [{ first, second, place }] : [])),
  }
}

function findColumns(rows: SheetRows): Columns | null {
  const labels = {
    first: labelsOf('first'),
    second: labelsOf('second'),
    which: labelsOf('which'),
    strength: labelsOf('strength'),
    reason: labelsOf('reason'),
  }
  for (const [row, cells] of rows.entries()) {
    const texts = cells.map((cell) => plainText(cellText(cell)))
    const at = (names: readonly string[]): number => texts.findIndex((text) => names.includes(text))
    const [first, second, strength] = [at(labels.first), at(labels.second), at(labels.strength)]
    if (first === -1 || second === -1 || strength === -1) continue
    return { row, first, second, strength, which: at(labels.which), reason: at(labels.reason) }
  }
  return null
}

interface AnsweredPair extends PairAnswer {
  readonly first: string
  readonly second: string
  readonly titlesOfPair: readonly [string, string]
  readonly reason: string
  readonly place: string
}

interface RowPlace {
  readonly columns: Columns
  readonly source: string
  readonly expert: string
  readonly idOf: ReadonlyMap<string, string>
  readonly row: number
}

function answerOf(cells: SheetRows[number], { columns, source, expert, idOf, row }: RowPlace): AnsweredPair | null {
  const titles = [cellText(cells[columns.first]), cellText(cells[columns.second])] as const
  if (titles[0] === '' || titles[1] === '') return null
  const ids = titles.map((title, index) => {
    const id = idOf.get(plainText(title))
    if (id !== undefined || idOf.size === 0) return id ?? title
    const place = cellAddress(row, index === 0 ? columns.first : columns.second)
    const criteria = [...idOf.values()].join(', ')
    throw new ProductError('judgements.unknownCriterion', { file: source, place, criterion: title, criteria })
  })
  const [first = '', second = ''] = ids
  const place = cellAddress(row, columns.strength)
  const answer = pairAnswer(
    { which: columns.which === -1 ? '' : cellText(cells[columns.which]), strength: cells[columns.strength] },
    { titles, file: source, expert, place, choicePlace: cellAddress(row, columns.which) },
  )
  return { ...answer, first, second, titlesOfPair: titles, reason: cellText(cells[columns.reason]), place }
}

function matrixOf(
  answers: readonly AnsweredPair[],
  {
    criteria,
    source,
    expert,
  }: { readonly criteria: readonly string[]; readonly source: string; readonly expert: string },
): JudgedMatrix {
  const cells = new Map<string, JudgedCell>()
  for (const { first, second, value, place, titlesOfPair } of answers) {
    const key = JSON.stringify([first, second])
    const other = cells.get(key) ?? cells.get(JSON.stringify([second, first]))
    if (other !== undefined || first === second) {
      const pair = { first: titlesOfPair[0], second: titlesOfPair[1] }
      throw new ProductError('judgements.pairTwice', {
        file: source,
        expert,
        place,
        other: other?.place ?? place,
        ...pair,
      })
    }
    cells.set(key, { value, place })
  }
  return criteria.map((first) =>
    criteria.map((second) => {
      const cell = cells.get(JSON.stringify([first, second]))
      // The other direction is left to the pair's own cell, so that complaints name the one that was filled in.
      return (
        cell ?? { value: first === second ? 1 : null, place: cells.get(JSON.stringify([second, first]))?.place ?? '' }
      )
    }),
  )
}
