import { bilingual } from '../bilingual.ts'
import type { SampleCompany } from '../build-company.ts'
import { dayOf, isoDate } from '../calendar.ts'
import type { Account } from '../company/accounts.ts'
import type { Cell, Table } from '../csv.ts'
import type { DuplicateCustomer } from '../orders/duplicate-customers.ts'
import type { SalesDocument } from '../orders/sales-document.ts'
import { seededRandom } from '../seeded-random.ts'

const headers = [
  bilingual('客户编码', 'Customer Code'),
  bilingual('客户名称', 'Customer Name'),
  bilingual('客户类型', 'Customer Type'),
  bilingual('统一社会信用代码', 'Credit Code'),
  bilingual('集团', 'Group'),
  bilingual('行业', 'Industry'),
  bilingual('区域', 'Region'),
  bilingual('城市', 'City'),
  bilingual('地址', 'Address'),
  bilingual('电话', 'Phone'),
  bilingual('渠道', 'Channel'),
  bilingual('业务员', 'Salesperson'),
  bilingual('员工人数', 'Employees'),
  bilingual('建档日期', 'Created On'),
]

const customer = bilingual('正式客户', 'Customer')
const prospect = bilingual('潜在客户', 'Prospect')

/** The customer master as the company has it: every account once, and the records somebody created again. */
export function accountsTable({ seed, accounts, histories, duplicates }: SampleCompany): Table {
  const originals = accounts.map((account) => ({
    code: account.code,
    cells: originalCells(account, { seed, documents: histories.get(account) ?? [] }),
  }))
  const seconds = duplicates.map((duplicate) => ({ code: duplicate.code, cells: duplicateCells(duplicate) }))
  const records = [...originals, ...seconds].toSorted((a, b) => (a.code < b.code ? -1 : 1))
  return { headers, rows: records.map(({ cells }) => cells) }
}

function originalCells(
  account: Account,
  { seed, documents }: { seed: string; documents: readonly SalesDocument[] },
): Cell[] {
  const random = seededRandom(`${seed} record ${account.code}`)
  const first = Math.min(...documents.map(({ day }) => day), dayOf('2025-12-01'))
  const old = first < dayOf('2023-04-01')
  const created = old ? random.integer(dayOf('2016-03-01'), dayOf('2022-12-20')) : first - random.integer(2, 40)
  return [
    account.code,
    account.name,
    documents.length === 0 ? prospect : customer,
    account.creditCode,
    account.group ?? '',
    account.industry.name,
    account.city.region,
    account.city.name,
    account.address,
    account.phone,
    account.channel,
    account.handover?.to.name ?? account.salesperson.name,
    account.employees,
    isoDate(created),
  ]
}

/** Whoever creates a customer again fills in little. */
function duplicateCells({ code, account, name, sharesCreditCode, sharesPhone, documents }: DuplicateCustomer): Cell[] {
  const created = Math.min(...[...documents].map(({ day }) => day))
  return [
    code,
    name,
    customer,
    sharesCreditCode ? account.creditCode : '',
    '',
    account.industry.name,
    account.city.region,
    account.city.name,
    sharesPhone ? account.address : '',
    sharesPhone ? account.phone : '',
    account.channel,
    account.salesperson.name,
    '',
    isoDate(created),
  ]
}
