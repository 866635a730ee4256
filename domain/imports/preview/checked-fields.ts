import { type SalesField, salesFields } from '@vitalfew/contract/imports.ts'

const needed: ReadonlySet<SalesField> = new Set(['customer', 'date', 'amount'])
/** Who bought is checked first, by code and by name. */
const first: readonly SalesField[] = ['customer', 'customerName']
const inOrder = [...first, ...salesFields.filter((field) => !first.includes(field))]

/** The fields of a sale in the order in which a person checks them. */
export const checkedFields = inOrder.map((field) => ({ field, isNeeded: needed.has(field) }))
