import { headerAliases } from '../header/header-aliases.ts'
import { label, type RecordFields } from './record-kind.ts'

/** Whose record it is: the source's key of the customer, or the name where that is the key. */
export const customerFields = {
  customer: { type: 'text', names: headerAliases.customer },
  customerName: { type: 'text', names: headerAliases.customerName },
} as const satisfies RecordFields

export const product = { type: 'text', names: headerAliases.product } as const
export const productName = { type: 'text', names: headerAliases.productName } as const
export const category = { type: 'label', names: headerAliases.category } as const
export const currency = { type: 'label', names: headerAliases.currency } as const
export const salesperson = { type: 'label', names: headerAliases.salesperson } as const
export const department = { type: 'label', names: headerAliases.department } as const
export const region = { type: 'label', names: headerAliases.region } as const
export const channel = { type: 'label', names: headerAliases.channel } as const
export const industry = { type: 'label', names: headerAliases.industry } as const
export const parent = { type: 'text', names: headerAliases.parent } as const
export const creditCode = { type: 'text', names: headerAliases.creditCode } as const

/** Why a customer left. */
export const churnReason = label(
  '流失原因 离网原因 不续约原因 未续约原因 终止原因 解约原因 退订原因 取消原因 churnreason reasonforleaving cancellationreason cancelreason terminationreason',
)
