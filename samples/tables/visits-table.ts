import { bilingual } from '../bilingual.ts'
import type { SampleCompany } from '../build-company.ts'
import { businessDayFrom, businessDayUntil, dayOf, isoDate, lastDay } from '../calendar.ts'
import type { Account } from '../company/accounts.ts'
import type { Cell, Table } from '../csv.ts'
import { responsibleOn } from '../orders/sales-ledger.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { seededRandom } from '../seeded-random.ts'
import type { Contact } from './build-contacts.ts'

const headers = [
  bilingual('拜访编号', 'Visit Code'),
  bilingual('客户编码', 'Customer Code'),
  bilingual('客户名称', 'Customer Name'),
  bilingual('联系人编号', 'Contact Code'),
  bilingual('拜访日期', 'Date'),
  bilingual('方式', 'Way'),
  bilingual('目的', 'Purpose'),
  bilingual('结果', 'Outcome'),
  bilingual('下次跟进日期', 'Next Step On'),
  bilingual('业务员', 'Salesperson'),
]

const ways = [
  { name: bilingual('上门', 'Visit'), weight: 5 },
  { name: bilingual('电话', 'Call'), weight: 4 },
  { name: bilingual('视频会议', 'Video call'), weight: 2 },
  { name: bilingual('客户来访', 'Customer came to us'), weight: 1 },
  { name: bilingual('展会', 'Trade fair'), weight: 1 },
]
const purposes = [
  bilingual('例行回访', 'Regular follow-up'),
  bilingual('新品推介', 'New product'),
  bilingual('报价跟进', 'Quotation follow-up'),
  bilingual('技术交流', 'Technical talk'),
  bilingual('投诉处理', 'Complaint handling'),
  bilingual('年度回顾', 'Annual review'),
]
const goodOutcomes = [
  bilingual('计划扩产，要求报价', 'Plans to expand, wants a quotation'),
  bilingual('认可样机测试结果', 'Accepts the result of the sample test'),
  bilingual('使用正常，无新需求', 'Runs well, nothing new needed'),
  bilingual('愿意引荐研发部门', 'Will introduce us to R&D'),
  bilingual('希望缩短交期', 'Wants shorter lead times'),
]
const badOutcomes = [
  bilingual('正在试用竞品', 'Is trying a competitor'),
  bilingual('认为价格偏高', 'Finds our price too high'),
  bilingual('订单减少，项目推迟', 'Orders fall, projects postponed'),
  bilingual('对交货延误不满', 'Unhappy about late deliveries'),
  bilingual('负责人更换，需重新建立关系', 'Our contact changed, relationship to be rebuilt'),
]

export function visitsTable({ seed, accounts }: SampleCompany, contacts: readonly Contact[]): Table {
  const drafts = accounts.flatMap((account) => {
    const people = contacts.filter((contact) => contact.account === account && !contact.hasLeft)
    const random = seededRandom(`${seed} visits ${account.code}`)
    return Array.from({ length: visitCount(account.plan.rank, random) }, () => visit(account, { people, random }))
  })
  drafts.sort((a, b) => a.day - b.day)
  return { headers, rows: drafts.map(({ cells }, index) => [`V${String(index + 1).padStart(4, '0')}`, ...cells]) }
}

/** Over the two years 2024 and 2025. */
function visitCount(rank: number, random: SeededRandom): number {
  if (rank < 40) return random.integer(8, 22)
  if (rank < 120) return random.integer(3, 11)
  return rank < 250 ? random.integer(0, 5) : random.integer(0, 1)
}

function visit(
  account: Account,
  { people, random }: { people: readonly Contact[]; random: SeededRandom },
): { day: number; cells: Cell[] } {
  const day = businessDayUntil(random.integer(dayOf('2024-01-04'), lastDay))
  const troubled = ['declining', 'slipping', 'dormant', 'lost'].includes(account.plan.behaviour)
  const outcome = random.pick(random.chance(troubled ? 0.65 : 0.15) ? badOutcomes : goodOutcomes)
  const cells = [
    account.code,
    account.name,
    random.weighted(people, ({ relationship }) => relationship).code,
    isoDate(day),
    random.weighted(ways, ({ weight }) => weight).name,
    random.pick(purposes),
    outcome,
    random.chance(0.7) ? isoDate(businessDayFrom(day + random.integer(7, 60))) : '',
    responsibleOn(account, day).name,
  ]
  return { day, cells }
}
