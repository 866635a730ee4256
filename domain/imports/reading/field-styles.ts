import { headerUnit } from '../header/header-unit.ts'
import type { FieldType, RecordKindDefinition } from '../kinds/record-kind.ts'
import { dateOrderVote } from '../values/date-order.ts'
import { decimalMarkVote } from '../values/decimal-mark.ts'
import { type DecimalMark, parseAmount } from '../values/parse-amount.ts'
import type { DateStyle } from '../values/parse-date.ts'

/** How the cells of a field are written. */
export interface FieldStyle {
  readonly type: FieldType
  readonly column: number
  readonly date: DateStyle
  readonly mark: DecimalMark
  /** What its numbers are multiplied by. */
  readonly factor: number
  /** Whether plain numbers of a share are percentages: 12 and not 0.12. */
  readonly isPercent: boolean
}

export interface StyledColumns {
  readonly kind: RecordKindDefinition
  readonly columns: Readonly<Record<string, number>>
  readonly headers: readonly string[]
  readonly samples: ReadonlyArray<readonly string[]>
  readonly serialZero: number
}

/** How each field that has a column is written, voted over the sampled rows. */
export function fieldStyles({ kind, columns, headers, samples, serialZero }: StyledColumns): Map<string, FieldStyle> {
  const styles = new Map<string, FieldStyle>()
  for (const [name, { type }] of Object.entries(kind.fields)) {
    const column = columns[name]
    if (column === undefined) continue
    const values = samples[column] ?? []
    const order = dateOrderVote()
    const mark = decimalMarkVote()
    if (type === 'day' || type === 'instant') for (const value of values) order.add(value)
    if (type === 'figure' || type === 'share') for (const value of values) mark.add(value)
    styles.set(name, {
      type,
      column,
      date: { order: order.order(), serialZero },
      mark: mark.mark(),
      factor: type === 'figure' ? headerUnit(headers[column] ?? '').factor : 1,
      isPercent: type === 'share' && isPercent(headers[column] ?? '', values),
    })
  }
  return styles
}

function isPercent(header: string, values: readonly string[]): boolean {
  if (/[(（][%％][)）]|[%％]$/.test(header)) return true
  return values.some((value) => {
    const amount = /[%％]/.test(value) ? null : parseAmount(value, '.')
    return amount !== null && (amount > 1_500_000n || amount < -1_500_000n)
  })
}
