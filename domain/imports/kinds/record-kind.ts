import type { RecordKind } from '@vitalfew/contract/record-kinds.ts'

/**
 * What stands in a field. `text` is anything, `label` one of few words, `figure` a number in the unit of its header,
 * `share` a part of one (12 %, 0.12), `instant` a day with the time of day where it is written, `flag` yes or no.
 */
export type FieldType = 'text' | 'label' | 'day' | 'instant' | 'figure' | 'share' | 'flag'

/** Names a column goes by, as `headerKey` writes them; the number says how sure a column of that name is the field. */
export type FieldNames = ReadonlyArray<readonly [certainty: number, names: string]>

export interface RecordField {
  readonly type: FieldType
  readonly names: FieldNames
}

export type RecordFields = Readonly<Record<string, RecordField>>

/** One kind of records: all that the reading, the keeping and the reviewing of its files depends on. */
export interface RecordKindDefinition {
  readonly kind: RecordKind
  /** Table of the warehouse; its columns are the fields in snake_case. */
  readonly table: string
  readonly fields: RecordFields
  /** Of each group one field at least must have a column, and a row must fill one. */
  readonly needs: ReadonlyArray<readonly string[]>
  /**
   * Fields that tell records apart: of several rows that agree in them the newest counts. The first group that a row fills
   * is its key. Empty where every row stands for itself.
   */
  readonly keys: ReadonlyArray<readonly string[]>
  /** The field whose days say which period a file covers, where every row stands for itself. */
  readonly period?: string
}

function field(type: FieldType) {
  return (sure: string, likely = ''): RecordField => ({
    type,
    names:
      likely === ''
        ? [[1, sure]]
        : [
            [1, sure],
            [0.8, likely],
          ],
  })
}

export const text = field('text')
export const label = field('label')
export const day = field('day')
export const instant = field('instant')
export const figure = field('figure')
export const share = field('share')
export const flag = field('flag')

/** A record hangs on the account whose source key stands in `customer`. */
export function isOfCustomer({ fields }: Pick<RecordKindDefinition, 'fields'>): boolean {
  return fields['customer'] !== undefined
}

/**
 * The column of a field.
 *
 * @example
 * columnOf('expectedCloseOn') // 'expected_close_on'
 */
export function columnOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`)
}
