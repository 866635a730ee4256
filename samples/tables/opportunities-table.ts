import { bilingual } from '../bilingual.ts'
import type { SampleCompany } from '../build-company.ts'
import { businessDayFrom, dayOf, isoDate, lastDay } from '../calendar.ts'
import type { Account } from '../company/accounts.ts'
import { categories } from '../company/product-catalogue.ts'
import type { Cell, Table } from '../csv.ts'
import { responsibleOn } from '../orders/sales-ledger.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { itemAt, seededRandom } from '../seeded-random.ts'

const headers = [
  bilingual('商机编号', 'Opportunity Code'),
  bilingual('客户编码', 'Customer Code'),
  bilingual('客户名称', 'Customer Name'),
  bilingual('商机名称', 'Opportunity'),
  bilingual('产品类别', 'Category'),
  bilingual('阶段', 'Stage'),
  bilingual('金额', 'Amount'),
  bilingual('赢率', 'Probability'),
  bilingual('创建日期', 'Created On'),
  bilingual('预计成交日期', 'Expected Close'),
  bilingual('关闭日期', 'Closed On'),
  bilingual('竞争对手', 'Competitor'),
  bilingual('输单原因', 'Loss Reason'),
  bilingual('业务员', 'Salesperson'),
]

const openStages = [
  { name: bilingual('线索确认', 'Qualified'), probability: 10 },
  { name: bilingual('需求分析', 'Needs analysis'), probability: 25 },
  { name: bilingual('方案报价', 'Quotation'), probability: 50 },
  { name: bilingual('商务谈判', 'Negotiation'), probability: 75 },
]
const won = { name: bilingual('赢单', 'Won'), probability: 100 }
const lost = { name: bilingual('输单', 'Lost'), probability: 0 }

/** Made up like everything else. */
export const competitors = [
  bilingual('苏特瑞', 'Sutric'),
  bilingual('德欧曼', 'Deoman'),
  bilingual('凯流控制', 'Kailiu Controls'),
  bilingual('诺普泰', 'Noptek'),
  bilingual('锐传自动化', 'Ruichuan Automation'),
]
const lossReasons = [
  bilingual('价格', 'Price'),
  bilingual('交期', 'Lead time'),
  bilingual('技术指标', 'Specification'),
  bilingual('客户关系', 'Relationship'),
  bilingual('项目取消', 'Project cancelled'),
]
const projects = [
  bilingual('产线改造', 'line retrofit'),
  bilingual('新产线', 'new line'),
  bilingual('年度框架', 'annual framework'),
  bilingual('备件集采', 'spare parts bundle'),
  bilingual('替换竞品', 'competitor replacement'),
]

export function opportunitiesTable({ seed, accounts }: SampleCompany): Table {
  const drafts = accounts.flatMap((account) => {
    const random = seededRandom(`${seed} opportunities ${account.code}`)
    return Array.from({ length: opportunityCount(account, random) }, () => draft(account, random))
  })
  drafts.sort((a, b) => a.created - b.created)
  return { headers, rows: drafts.map(({ cells }, index) => [`B${String(index + 1).padStart(4, '0')}`, ...cells]) }
}

function opportunityCount({ plan }: Account, random: SeededRandom): number {
  if (plan.behaviour === 'prospect' || plan.behaviour === 'cancelledOnly') return random.integer(1, 2)
  if (plan.rank < 40) return random.integer(3, 7)
  return plan.rank < 150 ? random.integer(0, 3) : random.chance(0.3) ? 1 : 0
}

function draft(account: Account, random: SeededRandom): { created: number; cells: Cell[] } {
  const { behaviour, yearlyCents } = account.plan
  const early = behaviour === 'prospect' ? '2025-05-01' : '2023-06-01'
  const created = businessDayFrom(random.integer(dayOf(early), lastDay - 20))
  const closes = businessDayFrom(created + random.integer(25, 170))
  const closed = closes <= lastDay && behaviour !== 'prospect'
  const success = random.chance(winRate(behaviour))
  const stage = closed ? (success ? won : lost) : random.pick(openStages)
  const expected = closed ? closes + random.integer(-20, 10) : Math.max(closes, lastDay + random.integer(5, 90))
  const category = categories[random.pick(account.industry.needs)].name
  const project = random.pick(projects)
  const contested = stage === lost ? random.chance(0.9) : random.chance(0.5)
  const amount = Math.max(2, Math.round((yearlyCents / 100_000) * random.between(0.06, 0.4))) * 1000
  const cells = [
    account.code,
    account.name,
    bilingual(`${category.zh}${project.zh}`, `${category.en}: ${project.en}`),
    category,
    stage.name,
    amount,
    `${stage.probability}%`,
    isoDate(created),
    isoDate(expected),
    closed ? isoDate(closes) : '',
    contested ? rivalOf(account, random) : '',
    stage === lost ? random.pick(lossReasons) : '',
    responsibleOn(account, created).name,
  ]
  return { created, cells }
}

/** Growing accounts give us their projects, leaving ones give them to others. */
function winRate(behaviour: string): number {
  if (behaviour === 'growing') return 0.62
  return ['declining', 'slipping', 'dormant', 'lost'].includes(behaviour) ? 0.25 : 0.45
}

/** Every industry has a rival of its own that turns up most often. */
function rivalOf({ industry }: Account, random: SeededRandom) {
  const home = industry.name.en.length % competitors.length
  return random.chance(0.6) ? itemAt(competitors, home) : random.pick(competitors)
}
