import type { PurchaseCohorts } from '@vitalfew/contract/purchase-behaviour.ts'
import type { Formats } from '../design/formats.ts'

/** What a period is called that begins on a day: a week by that day, a month, or a quarter of the calendar. */
export function periodName(
  from: string,
  { period, format }: { readonly period: PurchaseCohorts['period']; readonly format: Pick<Formats, 'day' | 'month'> },
): string {
  if (period === 'week') return format.day(from)
  if (period === 'month') return format.month(from)
  const [year = '', month = '1'] = from.split('-')
  return `${year} Q${Math.ceil(Number(month) / 3)}`
}
