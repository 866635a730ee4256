import type { SalesField } from '@vitalfew/contract/imports.ts'
import type { SalesFilePlan } from '../plan-sales-file.ts'
import { cleanIdentifier, cleanText } from '../values/clean-text.ts'
import { isPlaceholder } from '../values/placeholders.ts'
import { isTotalWord } from './set-aside.ts'
import { textCache } from './text-cache.ts'

type TextReader = (cells: readonly string[]) => string

/** One reader per text of a sale; '' where the file has no such column. */
export function textReaders(plan: SalesFilePlan) {
  const reader = (field: SalesField, clean = cleanText) => columnReader(plan.columns[field], clean)
  return {
    customer: reader('customer', knownIdentifier),
    customerName: reader('customerName', knownText),
    parent: reader('parent', knownText),
    creditCode: reader('creditCode', knownIdentifier),
    orderNumber: reader('orderNumber', cleanIdentifier),
    product: reader('product', cleanIdentifier),
    productName: reader('productName'),
    category: reader('category'),
    currency: plan.columns.currency === undefined ? () => plan.currency : reader('currency'),
    salesperson: reader('salesperson'),
    region: reader('region'),
    department: reader('department'),
    channel: reader('channel'),
    industry: reader('industry'),
    status: reader('orderStatus'),
  } satisfies Record<string, TextReader>
}

function columnReader(column: number | undefined, clean: (raw: string) => string): TextReader {
  if (column === undefined) return () => ''
  const cached = textCache(clean)
  return (cells) => cached(cells[column] ?? '')
}

/** A total row carries its label where the customer would stand; nobody is called 合计. */
function knownText(raw: string): string {
  const text = cleanText(raw)
  return isPlaceholder(text) || isTotalWord(text) ? '' : text
}

function knownIdentifier(raw: string): string {
  const text = cleanIdentifier(raw)
  return isPlaceholder(text) || isTotalWord(text) ? '' : text
}
