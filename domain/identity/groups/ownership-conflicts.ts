import type { IdentityCustomer, OwnershipConflict } from '@vitalfew/contract/identity.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { accountOf, type Membership } from '../membership/replay-operations.ts'
import { type GroupLinks, topOf } from './group-links.ts'

const fields = ['salesperson', 'department', 'region'] as const

/** One row per customer and who looks after it, with what it bought from each in its last year. */
const customerOwners = defineQuery({
  name: 'customer-owners',
  parameters: z.object({ imports: z.array(z.int()), customers: z.array(z.string()) }),
  row: z.object({
    customer: z.string(),
    salesperson: z.string(),
    department: z.string(),
    region: z.string(),
    revenue: z.number(),
  }),
  sql: `SELECT
  toString(customer_key) AS customer,
  salesperson,
  department,
  region,
  toFloat64(sum(net_revenue)) AS revenue
FROM sales_line
WHERE import_id IN {imports:Array(UInt32)} AND kind != 'cancelled'
  AND customer_key IN (SELECT toUInt64(arrayJoin({customers:Array(String)})))
GROUP BY customer_key, salesperson, department, region
ORDER BY customer_key, salesperson, department, region`,
})

/** Groups whose accounts are looked after by several people, departments or regions; those with the most money first. */
export async function ownershipConflicts(
  warehouse: Warehouse,
  {
    links,
    customers,
    membership,
    imports,
  }: {
    readonly links: GroupLinks
    readonly customers: readonly IdentityCustomer[]
    readonly membership: Membership
    readonly imports: number[]
  },
): Promise<OwnershipConflict[]> {
  const tops = new Set([...links.values()].map(({ parent }) => topOf(links, parent)))
  const topOfCustomer = new Map<string, string>()
  for (const { key } of customers) {
    const top = topOf(links, accountOf(membership, key))
    if (tops.has(top)) topOfCustomer.set(key, top)
  }
  if (topOfCustomer.size === 0) return []
  const rows = await ownersOf(warehouse, { imports, keys: [...topOfCustomer.keys()] })
  const named = new Map(customers.map((customer) => [customer.key, customer]))
  const groups = new Map<string, (typeof rows)[number][]>()
  for (const row of rows) {
    const top = topOfCustomer.get(row.customer) ?? ''
    const ofTop = groups.get(top)
    if (ofTop === undefined) groups.set(top, [row])
    else ofTop.push(row)
  }
  const conflicts = [...groups].flatMap(([node, lines]) => {
    const customer = named.get(node)
    const accounts = new Set(lines.map((line) => accountOf(membership, line.customer))).size
    const name = customer === undefined ? node.replace(/^name:/, '') : customer.name || customer.customer
    return fields.flatMap((field): OwnershipConflict[] => {
      const owners = ownersBy(field, { lines, membership })
      if (owners.length < 2 || accounts < 2) return []
      return [{ node, name, field, revenue: owners.reduce((sum, { revenue }) => sum + revenue, 0), owners }]
    })
  })
  return conflicts.toSorted((a, b) => b.revenue - a.revenue || (a.node < b.node ? -1 : 1))
}

/** A question carries so many customers and no more. */
const customersAtOnce = 5000

async function ownersOf(
  warehouse: Warehouse,
  { imports, keys }: { readonly imports: number[]; readonly keys: readonly string[] },
): Promise<z.infer<typeof customerOwners.row>[]> {
  const rows: z.infer<typeof customerOwners.row>[] = []
  for (let from = 0; from < keys.length; from += customersAtOnce) {
    const customers = keys.slice(from, from + customersAtOnce)
    for (const row of await warehouse.rows(customerOwners, { imports, customers })) rows.push(row)
  }
  return rows
}

function ownersBy(
  field: (typeof fields)[number],
  {
    lines,
    membership,
  }: {
    readonly lines: readonly ({ readonly customer: string; readonly revenue: number } & Readonly<
      Record<(typeof fields)[number], string>
    >)[]
    readonly membership: Membership
  },
): OwnershipConflict['owners'] {
  const found = new Map<string, { revenue: number; accounts: Set<string> }>()
  for (const line of lines) {
    if (line[field] === '') continue
    const owner = found.get(line[field]) ?? { revenue: 0, accounts: new Set<string>() }
    owner.revenue += line.revenue
    owner.accounts.add(accountOf(membership, line.customer))
    found.set(line[field], owner)
  }
  const owners = [...found].map(([owner, { revenue, accounts }]) => ({ owner, revenue, accounts: accounts.size }))
  return owners.toSorted((a, b) => b.revenue - a.revenue || (a.owner < b.owner ? -1 : 1))
}
