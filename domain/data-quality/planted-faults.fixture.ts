import type { ImportSummary } from '@vitalfew/contract/imports.ts'
import { line, type PlantedLine, soundYear } from './quality-warehouse.fixture.ts'

export interface Fault {
  /** Lines that are planted among sound ones. */
  readonly lines?: readonly PlantedLine[]
  /** What all lines have that makes the check look at all. */
  readonly setting?: Partial<PlantedLine>
  /** A second file beside the first. */
  readonly second?: readonly PlantedLine[]
  readonly summary?: Partial<ImportSummary>
  /** What the check is to find. */
  readonly rows: number
  readonly amount?: number
}

const many = (count: number, make: (index: number) => Partial<PlantedLine>): PlantedLine[] =>
  Array.from({ length: count }, (_, index) => line({ orderNumber: `F${index}`, ...make(index) }))

const priced = { product: 'P1', quantity: 1 }
const code = '91350100M000100Y43'

/** One fault for each check, with what must be found of it. In the sound year around it nothing must be found. */
export const plantedFaults: Readonly<Record<string, Fault>> = {
  outlierAmount: { lines: [line({ netRevenue: 9_000_000 })], rows: 1, amount: 9_000_000 },
  unitMixed: { second: many(6, (index) => ({ netRevenue: 0.01 + index / 1000, day: `2024-05-1${index}` })), rows: 6 },
  taxMixed: {
    setting: { ...priced, netRevenue: 100 },
    lines: many(25, (index) => ({ ...priced, netRevenue: 113, customer: `T${index}`, customerName: '' })),
    rows: 25,
    amount: 25 * 113,
  },
  thousandsAsDecimal: {
    second: many(6, (index) => ({ netRevenue: 1.234 + index, customer: `D${index}`, customerName: '' })),
    rows: 6,
  },
  quantityNotPositive: { lines: [line({ quantity: -2, netRevenue: 90 })], rows: 1, amount: 90 },
  negativeSale: { lines: [line({ netRevenue: -90 })], rows: 1, amount: 90 },
  unitPriceOff: { setting: priced, lines: [line({ ...priced, netRevenue: 5000 })], rows: 1, amount: 5000 },
  unusualAmount: { lines: [line({ customer: 'C100', netRevenue: 20_000 })], rows: 1, amount: 20_000 },
  zeroAmount: { lines: [line({ netRevenue: 0 })], rows: 1, amount: 0 },
  returnUnmatched: { lines: [line({ kind: 'return', netRevenue: -10, product: 'never sold' })], rows: 1, amount: 10 },
  returns: { lines: [line(), line({ kind: 'return', netRevenue: -10 })], rows: 1, amount: 10 },
  cancelled: { lines: [line({ kind: 'cancelled' })], rows: 1, amount: 100 },
  mixedCurrency: { lines: [line({ currency: 'USD' })], rows: 1, amount: 100 },
  currencyMissing: { lines: [line({ currency: '' })], rows: 1, amount: 100 },
  duplicateLine: { lines: [line(), line(), line()], rows: 2, amount: 200 },
  repeatedImport: { second: soundYear().slice(0, 5), rows: 5 },
  nearDuplicate: {
    lines: [line({ orderNumber: 'A', day: '2024-06-10' }), line({ orderNumber: 'B', day: '2024-06-11' })],
    rows: 1,
    amount: 100,
  },
  orderOfSeveralCustomers: {
    lines: [line({ orderNumber: 'X' }), line({ orderNumber: 'X', customer: 'C100', netRevenue: 70 })],
    rows: 2,
    amount: 170,
  },
  totalAsLine: { lines: [line({ customer: '合 计', customerName: '', netRevenue: 500 })], rows: 1, amount: 500 },
  testCustomer: { lines: [line({ customer: '测试客户', customerName: '' })], rows: 1, amount: 100 },
  internalCustomer: { lines: [line({ customer: '内部领用', customerName: '' })], rows: 1, amount: 100 },
  walkInCustomer: { lines: [line({ customer: '散客', customerName: '' })], rows: 1, amount: 100 },
  lostZeros: { lines: [line({ customer: '00123', netRevenue: 1 }), line({ customer: '123' })], rows: 1, amount: 100 },
  creditCodeShared: {
    lines: [
      line({ creditCode: code }),
      line({ customer: 'C002', customerName: '近水贸易有限公司', creditCode: code, netRevenue: 60 }),
    ],
    rows: 2,
    amount: 160,
  },
  nameWithTwoCodes: {
    lines: [line({ creditCode: code }), line({ customer: 'C002', creditCode: '914403001922038216', netRevenue: 60 })],
    rows: 2,
    amount: 160,
  },
  genericCode: { lines: [line({ creditCode: '000000000000000000' })], rows: 1, amount: 100 },
  creditCodeInvalid: { lines: [line({ creditCode: '91350100M000100Y44' })], rows: 1, amount: 100 },
  duplicateCustomer: {
    lines: [line(), line({ customer: 'C002', customerName: '远山 食品（有限公司）', netRevenue: 60 })],
    rows: 2,
    amount: 160,
  },
  relatedCustomer: { lines: [line({ customerName: '远山食品有限公司杭州分公司' })], rows: 1, amount: 100 },
  mojibake: { lines: [line({ customerName: '锟斤拷食品' })], rows: 1, amount: 100 },
  swallowedRows: { lines: [line({ productName: 'a,1,2\nb,3,4\nc,5,6' })], rows: 1, amount: 100 },
  codeDamaged: { lines: [line({ orderNumber: '2.0240E+17' })], rows: 1, amount: 100 },
  formulaError: { lines: [line({ region: '#N/A' })], rows: 1, amount: 100 },
  personalData: { lines: [line({ productName: '王先生 13812345678' })], rows: 1, amount: 100 },
  oddSigns: { lines: [line({ customerName: '远山\u00A0食品' })], rows: 1, amount: 100 },
  futureDate: { lines: [line({ day: '2025-03-01' })], rows: 1, amount: 100 },
  earlyDate: { lines: [line({ day: '1990-01-01' })], rows: 1, amount: 100 },
  dayMonthSwapped: {
    second: many(48, (index) => ({ day: `2024-0${1 + (index % 9)}-0${1 + (index % 8)}`, netRevenue: 50 + index })),
    rows: 48,
  },
  productMissing: { setting: { product: 'P1' }, lines: [line()], rows: 1, amount: 100 },
  ownerMissing: { setting: { salesperson: '王敏' }, lines: [line()], rows: 1, amount: 100 },
  ownersAtOnce: {
    lines: [line({ salesperson: '王敏' }), line({ salesperson: '李强', netRevenue: 60 })],
    rows: 2,
    amount: 160,
  },
  spellingDrift: { setting: { region: '华东' }, lines: [line({ region: '华东 区' })], rows: 1, amount: 100 },
  customerMissing: {
    summary: { leftOut: [{ reason: 'customerMissing', rows: 2, amount: 70, firstRow: 3 }] },
    rows: 2,
    amount: 70,
  },
  dateInvalid: {
    summary: { leftOut: [{ reason: 'dateMissing', rows: 1, amount: 50, firstRow: 3 }] },
    rows: 1,
    amount: 50,
  },
  amountInvalid: {
    summary: { leftOut: [{ reason: 'amountInvalid', rows: 1, amount: 0, firstRow: 3 }] },
    rows: 1,
    amount: 0,
  },
  rowDamaged: { summary: { leftOut: [{ reason: 'rowDamaged', rows: 1, amount: 0, firstRow: 3 }] }, rows: 1, amount: 0 },
  totalRow: { summary: { leftOut: [{ reason: 'totalRow', rows: 1, amount: 9, firstRow: 3 }] }, rows: 1, amount: 9 },
  headerUncertain: { summary: { confidence: { customer: 1, amount: 0.4 } }, rows: 1, amount: 0 },
  hiddenRows: { summary: { hidden: { rows: 4, firstRow: 9 } }, rows: 4, amount: 0 },
  amountOff: {
    summary: { amountOff: { rows: 2, amount: 166, examples: [{ row: 7, quantity: 3, price: 20, amount: 100 }] } },
    rows: 2,
    amount: 166,
  },
  figuresCleaned: { summary: { oddFigures: { rows: 3, firstRow: 2 } }, rows: 3, amount: 0 },
  encodingRead: { summary: { encoding: 'gb18030' }, rows: 1, amount: 0 },
  unitsConverted: { summary: { units: { amount: 10_000 } }, rows: 1, amount: 0 },
  layoutChanged: {
    second: [line()],
    summary: { mapping: { customer: '客户', date: '日期', amount: '销售额' } },
    rows: 2,
  },
  missingMonths: {
    lines: [line({ day: '2025-01-20' })].concat(many(1, () => ({ day: '2025-01-31' }))),
    rows: 1,
    amount: 0,
  },
  volumeDrop: { setting: {}, rows: 1, amount: 0 },
  regionSilent: { setting: { region: '华东' }, rows: 1, amount: 0 },
  accountsNotPositive: { lines: [line({ kind: 'return', netRevenue: -30, customer: 'Z' })], rows: 1, amount: 30 },
  stale: { rows: 152, amount: 0 },
}
