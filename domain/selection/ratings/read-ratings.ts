import { basename } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { SelectionCriterion, SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { openSource, parseDay } from '../../imports/index.ts'
import { plainName } from '../words/plain-name.ts'
import { ratingHeaders } from './rating-headers-lexicon.ts'
import type { Rating } from './rating.ts'

export interface ReadRatings {
  readonly path: string
  /** Criteria with a scale are looked for. */
  readonly model: Pick<SelectionModel, 'criteria'>
  /** The day of scores without one. */
  readonly today: string
}

/**
 * Reads scores that people gave from a workbook or a text file: a row for each score with the criterion in a column, or a
 * column for each criterion. Criteria are called by their id or their title in either language. An empty score is none.
 *
 * @throws ProductError `input.*`, `scores.columns`, `scores.unknownCriterion`, `scores.outOfScale`, `scores.day`
 */
export async function readRatings({ path, model, today }: ReadRatings): Promise<Rating[]> {
  const source = await openSource({ path })
  const file = basename(path)
  const ratings: Rating[] = []
  let columns: RatingColumns | undefined
  for await (const { rows, numbers } of source.rows()) {
    for (const [index, cells] of rows.entries()) {
      if (cells.every((cell) => cell.trim() === '')) continue
      if (columns === undefined) {
        columns = recognised(cells, { model, file })
        continue
      }
      const place = { file, row: numbers[index] ?? 0, today, serialZero: source.serialZero, model }
      ratings.push(...ratingsOf(cells, { columns, place }))
    }
  }
  if (columns === undefined) throw new ProductError('input.noRows', { file })
  return ratings
}

type RatingField = keyof typeof ratingHeaders

interface RatingColumns {
  readonly fields: ReadonlyMap<RatingField, number>
  /** Criteria that have columns of their own. */
  readonly criteria: readonly { readonly criterion: SelectionCriterion; readonly column: number }[]
}

function recognised(
  headers: readonly string[],
  { model, file }: { readonly model: Pick<SelectionModel, 'criteria'>; readonly file: string },
): RatingColumns {
  const keys = headers.map(plainName)
  const fields = new Map<RatingField, number>()
  for (const [field, names] of Object.entries(ratingHeaders)) {
    const column = keys.findIndex((key) => names.some((name) => name === key))
    if (column >= 0 && isField(field)) fields.set(field, column)
  }
  const taken = new Set(fields.values())
  const criteria = keys.flatMap((key, column) => {
    const criterion = taken.has(column) ? undefined : scaledCriterion(model, key)
    return criterion === undefined ? [] : [{ criterion, column }]
  })
  const missing = [
    ...(fields.has('account') ? [] : ['account']),
    ...(criteria.length > 0 || fields.has('criterion') ? [] : ['criterion']),
    ...(criteria.length > 0 || fields.has('score') ? [] : ['score']),
  ]
  if (missing.length > 0) {
    throw new ProductError('scores.columns', { file, missing: missing.join(', '), headers: headers.join(', ') })
  }
  return { fields, criteria }
}

interface RowPlace {
  readonly file: string
  readonly row: number
  readonly today: string
  readonly serialZero: number
  readonly model: Pick<SelectionModel, 'criteria'>
}

function ratingsOf(
  cells: readonly string[],
  { columns, place }: { readonly columns: RatingColumns; readonly place: RowPlace },
): Rating[] {
  const cell = (field: RatingField): string => cells[columns.fields.get(field) ?? -1]?.trim() ?? ''
  const account = cell('account')
  if (account === '') return []
  const { rater, department, reason } = { rater: cell('rater'), department: cell('department'), reason: cell('reason') }
  const day = dayOf(cell('day'), place)
  const given =
    columns.criteria.length > 0
      ? columns.criteria.map(({ criterion, column }) => ({ criterion, text: cells[column]?.trim() ?? '' }))
      : [{ criterion: namedCriterion(cell('criterion'), place), text: cell('score') }]
  return given
    .filter(({ text }) => text !== '')
    .map(({ criterion, text }) => ({
      account,
      criterion: criterion.id,
      score: scoreOf(text, { criterion, place }),
      rater,
      department,
      day,
      reason,
    }))
}

function namedCriterion(name: string, { file, row, model }: RowPlace): SelectionCriterion {
  const found = scaledCriterion(model, plainName(name))
  if (found !== undefined) return found
  const criteria = model.criteria.filter(({ scale }) => scale !== undefined).map(({ id }) => id)
  throw new ProductError('scores.unknownCriterion', {
    file,
    row,
    criterion: name,
    criteria: criteria.join(', ') || '–',
  })
}

function scaledCriterion({ criteria }: Pick<SelectionModel, 'criteria'>, key: string): SelectionCriterion | undefined {
  return criteria.find(
    ({ id, title, scale }) =>
      scale !== undefined && [id, title['zh-CN'], title.en].some((name) => plainName(name) === key),
  )
}

function scoreOf(
  text: string,
  { criterion, place }: { readonly criterion: SelectionCriterion; readonly place: RowPlace },
): number {
  const scores = criterion.scale?.anchors.map((anchor) => anchor.score) ?? []
  const [lowest, highest] = [Math.min(...scores), Math.max(...scores)]
  const score = Number(text.normalize('NFKC'))
  if (score >= lowest && score <= highest) return score
  throw new ProductError('scores.outOfScale', { file: place.file, row: place.row, score: text, lowest, highest })
}

function dayOf(text: string, { file, row, today, serialZero }: RowPlace): string {
  if (text === '') return today
  const day = parseDay(text, { order: 'ymd', serialZero })
  if (Number.isNaN(day)) throw new ProductError('scores.day', { file, row, day: text })
  return isoFromDay(day)
}

function isField(name: string): name is RatingField {
  return Object.hasOwn(ratingHeaders, name)
}
