import type { SalesField } from '@vitalfew/contract/imports.ts'
import type { ColumnEvidence } from './column-evidence.ts'

/** How well the values of a column bear out what its header promises: a factor for the name's score, 0..1. */
export function contentScore(evidence: ColumnEvidence, field: SalesField): number {
  if (evidence.filled === 0) return field === 'customer' || field === 'date' || field === 'amount' ? 0.6 : 0.7
  const expected = expectations[field]
  return expected === undefined ? 1 : expected(evidence)
}

/**
 * A needed column with a sure name stays found though its values say otherwise: its rows are then rejected one by one,
 * each with what stands there, and that tells more than "no such column".
 */
const contradicted = 0.56
const number = ({ numbers, writtenDates }: ColumnEvidence) => (numbers >= 0.5 && writtenDates < 0.5 ? 1 : 0.2)
const label = ({ writtenDates }: ColumnEvidence) => (writtenDates > 0.8 ? 0.2 : 1)

const expectations: Partial<Record<SalesField, (evidence: ColumnEvidence) => number>> = {
  customer: (evidence) => label(evidence) * (0.9 + 0.1 * evidence.codes) * (0.8 + 0.2 * Math.min(1, evidence.fill * 2)),
  customerName: (evidence) => label(evidence) * (evidence.numbers > 0.9 ? 0.85 : 1) * (1 - 0.1 * evidence.codes),
  date: ({ dates }) => (dates >= 0.5 ? 1 : contradicted),
  amount: (evidence) => (number(evidence) === 1 ? 1 : contradicted),
  quantity: number,
  unitPrice: number,
  cost: number,
  unitCost: number,
  grossProfit: (evidence) => (evidence.percents > 0.5 ? 0.1 : number(evidence)),
  discount: ({ numbers, percents }) => (numbers + percents >= 0.5 ? 1 : 0.2),
  orderNumber: label,
  product: (evidence) => label(evidence) * (0.9 + 0.1 * evidence.codes),
  productName: (evidence) => label(evidence) * (1 - 0.1 * evidence.codes),
  currency: (evidence) => (evidence.numbers > 0.5 ? 0.2 : 1),
  region: (evidence) => label(evidence) * (0.9 + 0.1 * evidence.fill),
  returnFlag: ({ distinct, filled }) => (filled > 20 && distinct > 0.5 ? 0.2 : 1),
  orderStatus: ({ distinct, filled }) => (filled > 20 && distinct > 0.5 ? 0.2 : 1),
  creditCode: ({ creditCodes }) => 0.9 + 0.1 * creditCodes,
}
