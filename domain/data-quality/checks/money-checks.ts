import { isUnusual } from '../lines/customer-faults.ts'
import type { ImportEvidence, LineCheck } from './line-check.ts'

const isPriced = "l.kind = 'sale' AND l.net_revenue > 0 AND ifNull(l.quantity, 0) > 0 AND p.priced >= 5"
const priceRatio = 'toFloat64(l.net_revenue) / toFloat64(ifNull(l.quantity, 0)) / p.price'

/** Rates of value-added tax in China now and before. */
const taxFactors = [1.03, 1.06, 1.09, 1.13]
const near = 0.0015

/** SQL: the price of a line stands to that of its product as a price with tax to one without, or the other way round. */
export const isTaxRatio = ratioAmong(taxFactors.flatMap((factor) => [factor, 1 / factor]))

/** SQL: its price is just beside such a ratio. Prices that differ for other reasons fall here as often. */
export const isBesideTaxRatio = ratioAmong(
  taxFactors.flatMap((factor) => [factor + 4 * near, factor - 4 * near, 1 / (factor + 4 * near)]),
)

export const isPricedLine = `(${isPriced})`

function ratioAmong(ratios: readonly number[]): string {
  const windows = ratios.map((ratio) => `abs(${priceRatio} - ${ratio.toFixed(6)}) < ${near}`)
  return `(${isPriced} AND (${windows.join(' OR ')}))`
}

const micros = 'reinterpretAsInt64(l.net_revenue)'
const isThreeDigits = `(${micros} % 1000 = 0 AND ${micros} % 10000 != 0 AND abs(l.net_revenue) < 1000)`

/** SQL: an amount whose fraction is not three digits long. */
export const isOtherFraction = `(${micros} % 1000000 != 0 AND NOT ${isThreeDigits})`

const found = (evidence: ImportEvidence, name: string): number => evidence.found[name] ?? 0

/** What is wrong with amounts and quantities. */
export const moneyChecks: readonly LineCheck[] = [
  {
    name: 'outlierAmount',
    severity: 'high',
    condition: "(l.kind = 'sale' AND l.net_revenue > 0 AND log(toFloat64(l.net_revenue)) > {largest:Float64})",
    fixes: ['scale', 'exclude'],
  },
  {
    name: 'unitMixed',
    severity: 'high',
    condition: '(toUInt64(l.import_id) * 1000000 + toYYYYMM(l.day) IN {oddSlices:Array(UInt64)})',
    fixes: ['scale'],
  },
  {
    name: 'taxMixed',
    severity: 'high',
    condition: isTaxRatio,
    fixes: ['scale'],
    applies: ({ priced }) => priced > 0,
    decides: (evidence) => {
      const lines = found(evidence, 'taxMixed')
      return lines >= 20 && lines >= 0.05 * evidence.priced && lines >= 5 * Math.max(1, evidence.besideTax)
    },
  },
  {
    name: 'thousandsAsDecimal',
    severity: 'high',
    condition: isThreeDigits,
    fixes: ['scale'],
    decides: (evidence) => found(evidence, 'thousandsAsDecimal') >= 5 && evidence.otherFractions === 0,
  },
  {
    name: 'quantityNotPositive',
    severity: 'high',
    condition: "(l.kind = 'sale' AND l.net_revenue > 0 AND ifNull(l.quantity, 1) <= 0)",
    fixes: ['return', 'exclude'],
  },
  {
    name: 'negativeSale',
    severity: 'high',
    condition: "(l.kind = 'sale' AND l.net_revenue < 0)",
    fixes: ['return', 'exclude'],
  },
  {
    name: 'unitPriceOff',
    severity: 'medium',
    condition: `(${isPriced} AND (${priceRatio} >= 10 OR ${priceRatio} <= 0.1))`,
    fixes: ['exclude'],
    applies: ({ priced }) => priced > 0,
  },
  {
    name: 'unusualAmount',
    severity: 'medium',
    condition: `(l.kind = 'sale' AND l.net_revenue > 0 AND c.sales >= 10
      AND ${isUnusual('log(toFloat64(l.net_revenue))', 'c')})`,
    fixes: ['scale', 'exclude'],
  },
  {
    name: 'zeroAmount',
    severity: 'medium',
    condition: "(l.kind = 'sale' AND l.net_revenue = 0)",
    fixes: ['exclude'],
  },
  {
    name: 'returnUnmatched',
    severity: 'medium',
    isCostly: true,
    condition:
      "(l.kind = 'return' AND cityHash64(l.customer_key, l.product, l.product_name) NOT IN (SELECT id FROM sold))",
    fixes: ['exclude'],
  },
  { name: 'returns', severity: 'low', condition: "(l.kind = 'return')", fixes: [] },
  { name: 'cancelled', severity: 'low', condition: "(l.kind = 'cancelled')", fixes: [] },
]

/** What is wrong with currencies. */
export const currencyChecks: readonly LineCheck[] = [
  {
    name: 'mixedCurrency',
    severity: 'high',
    condition: "(l.currency != '' AND l.currency != {currency:String})",
    fixes: ['exclude', 'scale'],
    applies: ({ withCurrency }) => withCurrency > 0,
  },
  {
    name: 'currencyMissing',
    severity: 'high',
    condition: "(l.currency = '' AND {currency:String} != '')",
    fixes: ['set'],
  },
]
