import { bilingual } from '../bilingual.ts'
import { isoDate } from '../calendar.ts'
import type { Table } from '../csv.ts'
import type { Contact } from './build-contacts.ts'
import { buyingRoles } from './build-contacts.ts'

const headers = [
  bilingual('联系人编号', 'Contact Code'),
  bilingual('客户编码', 'Customer Code'),
  bilingual('客户名称', 'Customer Name'),
  bilingual('姓名', 'Name'),
  bilingual('职务', 'Title'),
  bilingual('采购角色', 'Buying Role'),
  bilingual('汇报对象', 'Reports To'),
  bilingual('影响力', 'Power'),
  bilingual('态度', 'Support'),
  bilingual('关系程度', 'Relationship'),
  bilingual('目标关系', 'Wanted Relationship'),
  bilingual('手机', 'Mobile'),
  bilingual('邮箱', 'Email'),
  bilingual('最近联系日期', 'Last Contact'),
  bilingual('是否离职', 'Has Left'),
]

export function contactsTable(contacts: readonly Contact[]): Table {
  const rows = contacts.map((contact) => [
    contact.code,
    contact.account.code,
    contact.account.name,
    contact.name,
    contact.title,
    buyingRoles[contact.role].name,
    contact.reportsTo ?? '',
    contact.power,
    contact.support,
    contact.relationship,
    contact.wantedRelationship,
    contact.mobile,
    contact.email,
    isoDate(contact.lastContactDay),
    contact.hasLeft ? bilingual('是', 'Yes') : bilingual('否', 'No'),
  ])
  return { headers, rows }
}
