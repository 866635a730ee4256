import type { Bilingual } from '../bilingual.ts'
import { bilingual } from '../bilingual.ts'
import type { SampleCompany } from '../build-company.ts'
import { asOfDay, businessDayFrom } from '../calendar.ts'
import type { Account } from '../company/accounts.ts'
import { behaviours } from '../company/behaviours.ts'
import type { Cell, Table } from '../csv.ts'
import type { SalesDocument } from '../orders/sales-document.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { seededRandom } from '../seeded-random.ts'

const headers = [
  bilingual('服务单号', 'Ticket Code'),
  bilingual('客户编码', 'Customer Code'),
  bilingual('客户名称', 'Customer Name'),
  bilingual('类型', 'Type'),
  bilingual('主题', 'Subject'),
  bilingual('优先级', 'Priority'),
  bilingual('提交时间', 'Opened At'),
  bilingual('首次响应时间', 'First Response At'),
  bilingual('解决时间', 'Resolved At'),
  bilingual('状态', 'Status'),
  bilingual('满意度', 'Satisfaction'),
]

const types = {
  complaint: {
    name: bilingual('投诉', 'Complaint'),
    subjects:
      '交货延误/Late delivery|到货破损/Damaged on arrival|气缸漏气/Cylinder leaks air|减速机异响/Gearbox noise|开票错误/Wrong invoice|数量不符/Quantity does not match',
  },
  suggestion: {
    name: bilingual('建议', 'Suggestion'),
    subjects:
      '希望增加样本选型工具/Asks for a sizing tool|建议提供小批量包装/Asks for smaller packs|希望线上查询交期/Asks to see lead times online',
  },
  request: {
    name: bilingual('服务请求', 'Service request'),
    subjects:
      '现场调试支持/On-site commissioning|选型咨询/Sizing advice|返修/Repair|培训/Training|索取检验报告/Test report wanted',
  },
} as const
type TicketType = keyof typeof types

const priorities = [bilingual('高', 'High'), bilingual('中', 'Medium'), bilingual('低', 'Low')]
const statuses = { closed: bilingual('已关闭', 'Closed'), open: bilingual('处理中', 'In progress') }

export function ticketsTable({ seed, accounts, histories }: SampleCompany): Table {
  const drafts = accounts.flatMap((account) =>
    accountTickets(account, { seed, documents: histories.get(account) ?? [] }),
  )
  drafts.sort((a, b) => a.openedMinute - b.openedMinute)
  return { headers, rows: drafts.map(({ cells }, index) => [`T${String(index + 1).padStart(4, '0')}`, ...cells]) }
}

interface Draft {
  readonly openedMinute: number
  readonly cells: readonly Cell[]
}

function accountTickets(
  account: Account,
  { seed, documents }: { seed: string; documents: readonly SalesDocument[] },
): Draft[] {
  const random = seededRandom(`${seed} tickets ${account.code}`)
  const orders = documents.filter(({ kind }) => kind === 'sale')
  const leaving = ['slipping', 'dormant', 'lost'].includes(behaviours[account.plan.behaviour].stage)
  return orders.flatMap((order, index) => {
    // Whoever leaves has complained about the last orders.
    const bad = leaving && index >= orders.length - 5
    return random.chance(bad ? 0.3 : 0.075) ? [ticketAbout(account, { order, bad, random })] : []
  })
}

function ticketAbout(
  account: Account,
  { order, bad, random }: { order: SalesDocument; bad: boolean; random: SeededRandom },
): Draft {
  const type: TicketType = random.chance(bad ? 0.75 : 0.38)
    ? 'complaint'
    : random.chance(0.2)
      ? 'suggestion'
      : 'request'
  const day = businessDayFrom(order.day + random.integer(1, 25))
  const openedMinute = Math.min(day, asOfDay - 1) * 1440 + random.integer(8 * 60 + 30, 17 * 60)
  const response = openedMinute + Math.round((bad ? 900 : 150) * random.logNormal(0.7))
  const resolved = response + Math.round((bad ? 9000 : 2600) * random.logNormal(0.7))
  const isResolved = resolved < asOfDay * 1440
  const [zh = '', en = ''] = random.pick(types[type].subjects.split('|')).split('/')
  const cells = [
    account.code,
    account.name,
    types[type].name,
    bilingual(zh, en),
    priority(type, random),
    minuteText(openedMinute),
    response < asOfDay * 1440 ? minuteText(response) : '',
    isResolved ? minuteText(resolved) : '',
    isResolved ? statuses.closed : statuses.open,
    isResolved && random.chance(0.7) ? satisfaction(bad, random) : '',
  ]
  return { openedMinute, cells }
}

function priority(type: TicketType, random: SeededRandom): Bilingual {
  return random.weighted(priorities, (_, index) => (type === 'complaint' ? [5, 4, 1] : [1, 4, 4])[index] ?? 0)
}

function satisfaction(bad: boolean, random: SeededRandom): number {
  return random.weighted([1, 2, 3, 4, 5], (score) => (bad ? 6 - score : score * score))
}

/** 2024-03-05 14:20, in the company's own time. */
function minuteText(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(0, 16).replace('T', ' ')
}
