import { bilingual } from '../bilingual.ts'
import type { SampleCompany } from '../build-company.ts'
import { asOfDay, dayOf, isoDate, yearOf } from '../calendar.ts'
import type { Account } from '../company/accounts.ts'
import type { Cell, Table } from '../csv.ts'
import { responsibleOn } from '../orders/sales-ledger.ts'
import type { SalesDocument } from '../orders/sales-document.ts'
import { seededRandom } from '../seeded-random.ts'

const headers = [
  bilingual('合同编号', 'Contract Code'),
  bilingual('客户编码', 'Customer Code'),
  bilingual('客户名称', 'Customer Name'),
  bilingual('合同名称', 'Contract'),
  bilingual('开始日期', 'Start Date'),
  bilingual('结束日期', 'End Date'),
  bilingual('期限(月)', 'Term (months)'),
  bilingual('年度金额', 'Yearly Amount'),
  bilingual('折扣率', 'Discount'),
  bilingual('账期(天)', 'Payment Days'),
  bilingual('续签自', 'Renews'),
  bilingual('续约状态', 'Renewal Status'),
  bilingual('业务员', 'Salesperson'),
]

const title = bilingual('年度供货框架合同', 'Annual supply agreement')
const statuses = {
  renewed: bilingual('已续约', 'Renewed'),
  ended: bilingual('未续约', 'Not renewed'),
  running: bilingual('履行中', 'Running'),
}

/** Yearly agreements of the larger accounts, each renewing the one before while the account keeps buying. */
export function contractsTable({ seed, accounts, histories }: SampleCompany): Table {
  const rows = accounts
    .filter(({ plan }) => plan.rank < 125)
    .flatMap((account) => accountContracts(account, { seed, documents: histories.get(account) ?? [] }))
  return { headers, rows }
}

function accountContracts(
  account: Account,
  { seed, documents }: { seed: string; documents: readonly SalesDocument[] },
): Cell[][] {
  const days = documents.filter(({ kind }) => kind === 'sale').map(({ day }) => day)
  if (days.length < 6) return []
  const random = seededRandom(`${seed} contracts ${account.code}`)
  const month = String(random.integer(1, 12)).padStart(2, '0')
  const startsIn = (year: number) => dayOf(`${year}-${month}-01`)
  const last = Math.max(...days)
  const bought = (from: number, to: number) => days.some((day) => day >= from && day < to)
  const firstYear = yearOf(Math.min(...days))
  const years = [2022, 2023, 2024, 2025].filter((year) => year >= firstYear - 1 && startsIn(year) < last)
  const signed = years.filter((year) => bought(startsIn(year), startsIn(year + 1)))
  const paymentDays = random.pick([30, 45, 60, 90])
  return signed.map((year, index) => {
    const end = startsIn(year + 1) - 1
    const renewed = signed.includes(year + 1)
    const previous = signed[index - 1]
    const factor = account.plan.behaviour === 'growing' ? 1 + 0.3 * (year - 2023) : 1
    return [
      contractCode(account, year),
      account.code,
      account.name,
      title,
      isoDate(startsIn(year)),
      isoDate(end),
      12,
      Math.round(((account.plan.yearlyCents / 100) * factor) / 1000) * 1000,
      `${Math.round(account.plan.discount * 100 + (year - 2024))}%`,
      paymentDays,
      previous === year - 1 ? contractCode(account, previous) : '',
      renewed ? statuses.renewed : end >= asOfDay ? statuses.running : statuses.ended,
      responsibleOn(account, startsIn(year)).name,
    ]
  })
}

function contractCode(account: Account, year: number): string {
  return `HT${year}-${account.code.slice(1)}`
}
