import type { SalesField } from '@vitalfew/contract/imports.ts'

const inOrder = [
  'customer',
  'customerName',
  'date',
  'amount',
  'orderNumber',
  'product',
  'productName',
  'category',
  'quantity',
  'unitPrice',
  'cost',
  'unitCost',
  'grossProfit',
  'discount',
  'currency',
  'salesperson',
  'region',
  'department',
  'channel',
  'industry',
  'orderStatus',
  'returnFlag',
  'parent',
  'creditCode',
] as const satisfies readonly SalesField[]

const needed: ReadonlySet<SalesField> = new Set(['customer', 'date', 'amount'])

/** The fields of a sale in the order in which a person checks them. */
export const checkedFields = inOrder.map((field) => ({ field, isNeeded: needed.has(field) }))
