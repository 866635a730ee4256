import type { salesCuts } from '@vitalfew/contract/api/account-page.ts'

export type SalesCut = (typeof salesCuts)[number]

/** What a cut is in `sales_line AS l`: the only place where its name becomes SQL. */
export const cutColumns: Readonly<Record<SalesCut, string>> = {
  product: 'l.product',
  category: 'l.category',
  department: 'l.department',
  region: 'l.region',
  salesperson: 'l.salesperson',
  channel: 'l.channel',
}
