import type { Bilingual } from '../bilingual.ts'
import { bilingual } from '../bilingual.ts'
import type { SampleCompany } from '../build-company.ts'
import { businessDayUntil, lastDay } from '../calendar.ts'
import type { Account } from '../company/accounts.ts'
import { distinctPeople } from '../names/people-names.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { itemAt, seededRandom } from '../seeded-random.ts'

export interface Contact {
  readonly code: string
  readonly account: Account
  readonly name: Bilingual
  readonly role: BuyingRole
  readonly title: Bilingual
  /** Code of the contact this one reports to; null at the top. */
  readonly reportsTo: string | null
  /** 1 to 5. */
  readonly power: number
  readonly support: Bilingual
  /** 1 to 5; 3 and more means we can call and are answered. */
  readonly relationship: number
  readonly wantedRelationship: number
  readonly mobile: string
  readonly email: string
  readonly lastContactDay: number
  readonly hasLeft: boolean
}

export const buyingRoles = {
  decider: {
    name: bilingual('决策者', 'Decider'),
    titles: '总经理/General Manager|生产副总/VP Production|集团采购总监/Purchasing Director',
  },
  buyer: { name: bilingual('采购者', 'Buyer'), titles: '采购经理/Purchasing Manager|采购主管/Purchasing Supervisor' },
  influencer: {
    name: bilingual('影响者', 'Influencer'),
    titles: '设备经理/Equipment Manager|研发经理/R&D Manager|技术总监/Technical Director',
  },
  user: {
    name: bilingual('使用者', 'User'),
    titles: '设备工程师/Equipment Engineer|车间主任/Workshop Head|维修班长/Maintenance Foreman',
  },
  gatekeeper: {
    name: bilingual('把关者', 'Gatekeeper'),
    titles: '总经理助理/Assistant to the GM|财务主管/Finance Supervisor',
  },
  initiator: { name: bilingual('发起者', 'Initiator'), titles: '工艺工程师/Process Engineer|项目经理/Project Manager' },
} as const
export type BuyingRole = keyof typeof buyingRoles

const rolesInOrder: readonly BuyingRole[] = [
  'buyer',
  'decider',
  'influencer',
  'user',
  'gatekeeper',
  'initiator',
  'user',
  'influencer',
  'user',
]
const powers: Readonly<Record<BuyingRole, number>> = {
  decider: 5,
  influencer: 4,
  buyer: 3,
  gatekeeper: 2,
  initiator: 2,
  user: 1,
}
const supports = [bilingual('支持', 'Supporter'), bilingual('中立', 'Neutral'), bilingual('反对', 'Opponent')]

/** Accounts where only one person of several knows us. */
export function isSingleThreaded({ plan }: Account): boolean {
  return plan.rank < 60 && plan.rank % 7 === 3
}

export function buildContacts({ seed, accounts }: SampleCompany): Contact[] {
  let serial = 0
  return accounts.flatMap((account) => {
    const random = seededRandom(`${seed} contacts ${account.code}`)
    const names = distinctPeople(random, contactCount(account.plan.rank, random))
    const codes = names.map(() => `P${String((serial += 1)).padStart(4, '0')}`)
    return names.map((name, index) => newContact({ account, name, index, codes, random }))
  })
}

interface Person {
  readonly account: Account
  readonly name: Bilingual
  readonly index: number
  readonly codes: readonly string[]
  readonly random: SeededRandom
}

function newContact({ account, name, index, codes, random }: Person): Contact {
  const role = itemAt(rolesInOrder, index)
  const relationship = relationshipFor(account, { index, random })
  const hasLeft = index > 0 && random.chance(0.06)
  const troubled = ['slipping', 'dormant', 'lost', 'declining'].includes(account.plan.behaviour)
  const draw = random.next() + (troubled ? 0.25 : 0) - relationship * 0.06
  const [zh = '', en = ''] = random.pick(buyingRoles[role].titles.split('|')).split('/')
  return {
    code: itemAt(codes, index),
    account,
    name,
    role,
    title: bilingual(zh, en),
    reportsTo: superior(role, codes),
    power: powers[role],
    support: itemAt(supports, draw < 0.5 ? 0 : draw < 0.9 ? 1 : 2),
    relationship,
    wantedRelationship: Math.max(relationship, powers[role] >= 3 ? 4 : 3),
    // No network in China hands out 100.
    mobile: `100-${String(random.integer(0, 9999)).padStart(4, '0')}-${String(random.integer(0, 9999)).padStart(4, '0')}`,
    email: `${itemAt(codes, index).toLowerCase()}@${account.nameParts.brand.en.toLowerCase()}.example`,
    lastContactDay: businessDayUntil(lastDay - random.integer(0, hasLeft ? 600 : 240) - (hasLeft ? 120 : 0)),
    hasLeft,
  }
}

function contactCount(rank: number, random: SeededRandom): number {
  if (rank < 40) return random.integer(5, 9)
  if (rank < 120) return random.integer(3, 6)
  return rank < 300 ? random.integer(1, 2) : 1
}

function relationshipFor(account: Account, { index, random }: { index: number; random: SeededRandom }): number {
  if (isSingleThreaded(account)) return index === 0 ? 4 : random.integer(1, 2)
  return index === 0 ? random.integer(3, 5) : random.integer(1, 5)
}

/** The decider is second in the list; managers report to the decider, engineers to the first manager there is. */
function superior(role: BuyingRole, codes: readonly string[]): string | null {
  if (role === 'decider') return null
  const manager = codes[2]
  if ((role === 'user' || role === 'initiator') && manager !== undefined) return manager
  return codes[1] ?? null
}
