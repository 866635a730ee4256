import type { Measure } from '@vitalfew/contract/run.ts'
import type { Reader } from '../design/reader.tsx'

/** How figures of a measure are named and written: orders are counted, the others are money. */
export function measureFormat(measure: Measure, reader: Reader) {
  const { t, format } = reader
  const isMoney = measure !== 'orders'
  return {
    name: t(`analysis.measure.${measure}`),
    unit: isMoney ? format.unit : '',
    write: isMoney ? format.amount : format.count,
  }
}
