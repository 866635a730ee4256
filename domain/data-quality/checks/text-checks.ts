import { customerHas } from '../lines/customer-faults.ts'
import { productHas } from '../lines/product-faults.ts'
import type { LineCheck } from './line-check.ts'
import { formulaError, mojibake, personalData, spreadsheetNumber } from './text-pattern-lexicon.ts'

/** Columns with few different texts: the engine looks at each text once. */
const labels = ['region', 'department', 'channel', 'category', 'salesperson', 'industry', 'status']

const anyLabel = (pattern: string): string => labels.map((column) => `match(l.${column}, ${pattern})`).join(' OR ')

/** What is wrong with texts, whatever they are about. */
export const textChecks: readonly LineCheck[] = [
  {
    name: 'mojibake',
    severity: 'block',
    condition: `(${customerHas('mojibake')} OR ${productHas('mojibake')} OR ${anyLabel(mojibake)})`,
    fixes: ['exclude'],
  },
  {
    name: 'swallowedRows',
    severity: 'block',
    condition: `(${customerHas('swallowedRows')} OR ${productHas('swallowedRows')})`,
    fixes: ['exclude'],
  },
  {
    name: 'codeDamaged',
    severity: 'high',
    condition: `(${customerHas('codeDamaged')} OR ${productHas('codeDamaged')} 
      OR position(l.order_number, 'E') > 0 AND match(l.order_number, ${spreadsheetNumber}))`,
    fixes: ['set'],
  },
  {
    name: 'formulaError',
    severity: 'medium',
    condition: `(${customerHas('formulaError')} OR ${productHas('formulaError')} OR ${anyLabel(formulaError)})`,
    fixes: ['set'],
  },
  {
    name: 'personalData',
    severity: 'medium',
    condition: `(${productHas('personalData')} OR ${anyLabel(personalData)})`,
    fixes: ['set'],
  },
  {
    name: 'oddSigns',
    severity: 'low',
    condition: `(${customerHas('oddSigns')} OR ${productHas('oddSigns')})`,
    fixes: ['set'],
  },
]
