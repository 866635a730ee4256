import { AccountRow } from '@vitalfew/contract/accounts.ts'
import { harmlessCell } from '@vitalfew/warehouse/harmless-cell.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { accountRowFigures } from '../accounts/index.ts'

const source = `
FROM account_row AS a
WHERE a.run_id = {runId:String}
ORDER BY -a.net_revenue, a.account`

const Parameters = z.object({ runId: z.string() })

/** One row per account with every figure of a run, the largest first. */
export const accountRows = defineQuery({
  name: 'account-rows',
  parameters: Parameters.extend({ limit: z.int() }),
  row: AccountRow,
  sql: `
SELECT a.account AS account, a.account_name AS accountName, a.parent AS parent,
  ${accountRowFigures},
  a.missing_criteria AS missingCriteria,
  a.monthly_revenue AS monthlyRevenue
${source}
LIMIT {limit:UInt32}`,
})

const months = Array.from({ length: 24 }, (_, slot) => `a.monthly_revenue[${slot + 1}] AS month${slot}`)

/** The same rows as flat cells for files: names made harmless, the 24 months as columns of their own. */
export const accountCells = defineQuery({
  name: 'account-cells',
  parameters: Parameters,
  row: z.array(z.unknown()),
  sql: `
SELECT ${harmlessCell('a.account')} AS account, ${harmlessCell('a.account_name')} AS accountName,
  ${harmlessCell('a.parent')} AS parent,
  ${accountRowFigures},
  arrayStringConcat(a.missing_criteria, ' ') AS missingCriteria,
  ${months.join(', ')}
${source}`,
})
