import type { Bilingual } from '../bilingual.ts'
import { bilingual } from '../bilingual.ts'
import { dayOf } from '../calendar.ts'
import type { City } from '../names/cities.ts'
import type { CompanyName } from '../names/company-names.ts'
import { companyName } from '../names/company-names.ts'
import type { Industry } from '../names/industries.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { itemAt, seededRandom } from '../seeded-random.ts'
import { accountIdentities } from './account-identities.ts'
import type { AccountPlan } from './account-plans.ts'
import { accountPlans } from './account-plans.ts'
import { fictionalCreditCode } from './credit-code.ts'
import type { Salesperson } from './salespeople.ts'
import { salespeople } from './salespeople.ts'

/** A true customer: one legal entity, whatever names it was entered under. */
export interface Account {
  readonly code: string
  readonly plan: AccountPlan
  readonly nameParts: CompanyName
  readonly name: Bilingual
  readonly group: Bilingual | null
  /** Code of another account that looks alike and is another company. */
  readonly lookAlike: string | null
  readonly city: City
  readonly industry: Industry
  readonly channel: Bilingual
  readonly creditCode: string
  readonly phone: string
  readonly address: Bilingual
  readonly employees: number
  readonly departments: readonly Bilingual[]
  readonly salesperson: Salesperson
  /** Who took the account over, and when; null when nobody did. */
  readonly handover: { readonly to: Salesperson; readonly day: number } | null
}

export const channels = {
  direct: bilingual('直销', 'Direct'),
  distributor: bilingual('经销', 'Distributor'),
  integrator: bilingual('集成商', 'Integrator'),
  online: bilingual('电商', 'Online'),
} as const

const departments = [
  bilingual('采购部', 'Purchasing'),
  bilingual('设备部', 'Equipment'),
  bilingual('生产部', 'Production'),
  bilingual('研发部', 'R&D'),
  bilingual('工程部', 'Engineering'),
  bilingual('维修科', 'Maintenance'),
  bilingual('技术科', 'Technology'),
]

const streets = [
  '创新路/Chuangxin Road',
  '工业大道/Gongye Avenue',
  '科技路/Keji Road',
  '兴业街/Xingye Street',
  '望湖路/Wanghu Road',
]

/** All accounts from the largest to the smallest, prospects included. */
export function buildAccounts(seed: string): Account[] {
  const plans = accountPlans(seededRandom(`${seed} plans`))
  const identities = accountIdentities(seededRandom(`${seed} identities`), plans.length)
  const team = salespeople(seededRandom(`${seed} salespeople`))
  const numbers = seededRandom(`${seed} codes`).shuffled(plans.map((_, index) => index + 1))
  const codes = numbers.map((number) => accountCode(number))
  return plans.map((plan, rank) => {
    const random = seededRandom(`${seed} account ${rank}`)
    const identity = itemAt(identities, rank)
    const colleagues = team.filter((person) => person.region === identity.city.region)
    return {
      ...identity,
      code: itemAt(codes, rank),
      plan,
      name: companyName(identity.nameParts),
      lookAlike: identity.lookAlikeRank === null ? null : itemAt(codes, identity.lookAlikeRank),
      channel: channelFor(identity.industry, { plan, random }),
      creditCode: fictionalCreditCode(itemAt(numbers, rank) * 37),
      // Numbers that start with 0 after the area code are given to nobody.
      phone: `${identity.city.areaCode}-0${String(random.integer(0, 9_999_999)).padStart(7, '0')}`,
      address: addressIn(identity.city, random),
      employees: Math.max(random.integer(8, 90), Math.round((plan.yearlyCents / 4_000_000) * random.between(3, 12))),
      departments: random.shuffled(departments).slice(0, departmentCount(rank, random)),
      ...responsibility(colleagues, random),
    }
  })
}

export function accountCode(number: number): string {
  return `C${String(number).padStart(4, '0')}`
}

function channelFor(industry: Industry, { plan, random }: { plan: AccountPlan; random: SeededRandom }): Bilingual {
  if (industry.name.en === 'Trading') return channels.distributor
  if (plan.rank > 250 && random.chance(0.35)) return channels.online
  return random.chance(0.16) ? channels.integrator : channels.direct
}

function departmentCount(rank: number, random: SeededRandom): number {
  if (rank < 60) return random.integer(2, 4)
  return rank < 200 ? random.integer(1, 3) : 1
}

function addressIn(city: City, random: SeededRandom): Bilingual {
  const [zh = '', en = ''] = random.pick(streets).split('/')
  const number = random.integer(1, 899)
  return bilingual(`${city.name.zh}市${zh}${number}号`, `${number} ${en}, ${city.name.en}`)
}

function responsibility(colleagues: readonly Salesperson[], random: SeededRandom) {
  const salesperson = random.pick(colleagues)
  const others = colleagues.filter((person) => person !== salesperson)
  if (others.length === 0 || !random.chance(0.12)) return { salesperson, handover: null }
  const day = random.integer(dayOf('2023-09-01'), dayOf('2025-06-30'))
  return { salesperson, handover: { to: random.pick(others), day } }
}
