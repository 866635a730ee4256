import type { IdentityCustomer } from '@vitalfew/contract/identity.ts'
import { isCreditCode, repairedCreditCode } from '../names/credit-code.ts'

/** A value of an account, where it is from and by which rule it was chosen; the others stay visible. */
export interface GoldenValue {
  readonly field: 'name' | 'creditCode' | 'parent'
  readonly value: string
  readonly customer: string
  readonly rule: 'own' | 'proven' | 'mostRecent' | 'mostLines' | 'longest' | 'only'
  readonly others: readonly { readonly value: string; readonly customer: string }[]
}

const fields = ['name', 'creditCode', 'parent'] as const

/**
 * What an account is called and known by. It keeps the name of its own customer, the one that others were merged into; of
 * everything else proven counts before most recent, before most lines, before longest. `account` is the key of the account.
 */
export function goldenRecord(members: readonly IdentityCustomer[], account: string): GoldenValue[] {
  return fields.flatMap((field) => {
    const filled = members.filter((member) => member[field] !== '')
    const [best, second] = filled.toSorted((a, b) => preference(field, { a, b, account }))
    if (best === undefined) return []
    const others = filled.filter((member) => member[field] !== best[field])
    return [
      {
        field,
        value: best[field],
        customer: best.customer,
        rule:
          others.length === 0 || second === undefined
            ? 'only'
            : ruleOf(field, { a: best, b: others[0] ?? second, account }),
        others: others.map((member) => ({ value: member[field], customer: member.customer })),
      },
    ]
  })
}

interface Two {
  readonly a: IdentityCustomer
  readonly b: IdentityCustomer
  readonly account: string
}

function preference(field: (typeof fields)[number], { a, b, account }: Two): number {
  return (
    own(field, { of: b, account }) - own(field, { of: a, account }) ||
    proven(field, b) - proven(field, a) ||
    (a.lastDay < b.lastDay ? 1 : a.lastDay > b.lastDay ? -1 : 0) ||
    b.lines - a.lines ||
    b[field].length - a[field].length ||
    (a.key < b.key ? -1 : 1)
  )
}

function ruleOf(field: (typeof fields)[number], { a, b, account }: Two): GoldenValue['rule'] {
  if (own(field, { of: a, account }) !== own(field, { of: b, account })) return 'own'
  if (proven(field, a) !== proven(field, b)) return 'proven'
  if (a.lastDay !== b.lastDay) return 'mostRecent'
  return a.lines === b.lines ? 'longest' : 'mostLines'
}

function own(
  field: (typeof fields)[number],
  { of, account }: { readonly of: IdentityCustomer; readonly account: string },
): number {
  return field === 'name' && of.key === account ? 1 : 0
}

function proven(field: (typeof fields)[number], customer: IdentityCustomer): number {
  return field === 'creditCode' && isCreditCode(repairedCreditCode(customer.creditCode)) ? 1 : 0
}
