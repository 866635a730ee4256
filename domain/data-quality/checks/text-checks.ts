import type { LineCheck } from './line-check.ts'
import { anyOf, formulaError, mojibake, personalData, spreadsheetNumber } from './text-pattern-lexicon.ts'

/** Columns with few different texts: the engine looks at each text once. */
const labels = ['region', 'department', 'channel', 'category', 'salesperson', 'industry', 'status']

const anyLabel = (pattern: string): string => labels.map((column) => `match(l.${column}, ${pattern})`).join(' OR ')

const isOddLabel = `(${anyLabel(anyOf([mojibake, formulaError, personalData]))})`

/** What is wrong with texts, whatever they are about. */
export const textChecks: readonly LineCheck[] = [
  {
    name: 'mojibake',
    severity: 'block',
    condition: `(${anyLabel(mojibake)})`,
    onlyWhere: isOddLabel,
    fixes: ['exclude'],
  },
  {
    name: 'swallowedRows',
    severity: 'block',
    fixes: ['exclude'],
  },
  {
    name: 'codeDamaged',
    severity: 'high',
    condition: `(position(l.order_number, 'E') > 0 AND match(l.order_number, ${spreadsheetNumber}))`,
    fixes: ['set'],
  },
  {
    name: 'formulaError',
    severity: 'medium',
    condition: `(${anyLabel(formulaError)})`,
    onlyWhere: isOddLabel,
    fixes: ['set'],
  },
  {
    name: 'personalData',
    severity: 'medium',
    condition: `(${anyLabel(personalData)})`,
    onlyWhere: isOddLabel,
    fixes: ['set'],
  },
  {
    name: 'oddSigns',
    severity: 'low',
    fixes: ['set'],
  },
]
