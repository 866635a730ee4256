import type { IdentityCustomer } from '@vitalfew/contract/identity.ts'
import { isCreditCode, repairedCreditCode } from '../names/credit-code.ts'

/** A value of an account, where it is from and by which rule it was chosen; the others stay visible. */
export interface GoldenValue {
  readonly field: 'name' | 'creditCode' | 'parent'
  readonly value: string
  readonly customer: string
  readonly rule: 'proven' | 'mostRecent' | 'mostLines' | 'longest' | 'only'
  readonly others: readonly { readonly value: string; readonly customer: string }[]
}

const fields = ['name', 'creditCode', 'parent'] as const

/** What an account is called and known by: proven before most recent, before most lines, before longest. */
export function goldenRecord(members: readonly IdentityCustomer[]): GoldenValue[] {
  return fields.flatMap((field) => {
    const filled = members.filter((member) => member[field] !== '')
    const [best, second] = filled.toSorted((a, b) => preference(field, { a, b }))
    if (best === undefined) return []
    const others = filled.filter((member) => member[field] !== best[field])
    return [
      {
        field,
        value: best[field],
        customer: best.customer,
        rule: others.length === 0 || second === undefined ? 'only' : ruleOf(field, { a: best, b: others[0] ?? second }),
        others: others.map((member) => ({ value: member[field], customer: member.customer })),
      },
    ]
  })
}

interface Two {
  readonly a: IdentityCustomer
  readonly b: IdentityCustomer
}

function preference(field: (typeof fields)[number], { a, b }: Two): number {
  return (
    proven(field, b) - proven(field, a) ||
    (a.lastDay < b.lastDay ? 1 : a.lastDay > b.lastDay ? -1 : 0) ||
    b.lines - a.lines ||
    b[field].length - a[field].length ||
    (a.key < b.key ? -1 : 1)
  )
}

function ruleOf(field: (typeof fields)[number], { a, b }: Two): GoldenValue['rule'] {
  if (proven(field, a) !== proven(field, b)) return 'proven'
  if (a.lastDay !== b.lastDay) return 'mostRecent'
  return a.lines === b.lines ? 'longest' : 'mostLines'
}

function proven(field: (typeof fields)[number], customer: IdentityCustomer): number {
  return field === 'creditCode' && isCreditCode(repairedCreditCode(customer.creditCode)) ? 1 : 0
}
