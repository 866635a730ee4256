import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { currentRows, recordKindDefinitions } from '../../imports/index.ts'
import { complaintWords } from './ticket-lexicon.ts'

const parameters = z.object({ imports: z.array(z.int()), asOf: z.iso.date() })

/**
 * One row per contract that was known before a day, its cells as a file would write them: with the headers of
 * `contractHeaders`, in their order, and then those that explain.
 */
export const importedContracts = defineQuery({
  name: 'imported-contracts',
  parameters,
  row: z.object({ customer: z.string(), customerName: z.string(), cells: z.array(z.string()) }),
  sql: `
SELECT
  c.customer AS customer,
  c.customer_name AS customerName,
  [c.contract, ifNull(toString(coalesce(c.start_on, c.signed_on)), ''), ifNull(toString(c.end_on), ''),
    ifNull(toString(c.term_months), ''), c.renewal_status, c.churn_reason, c.renews,
    ifNull(toString(coalesce(c.yearly_amount, c.amount)), ''), c.contract_name, ifNull(toString(c.discount), ''), ifNull(toString(c.payment_days), ''), c.salesperson,
    c.department] AS cells
FROM ${currentRows(recordKindDefinitions.contracts)} AS c
WHERE coalesce(c.start_on, c.signed_on) IS NOT NULL AND coalesce(c.start_on, c.signed_on) < toDate32({asOf:String})
ORDER BY c.import_id, c.row
`,
})

/**
 * One row per complaint, or reason for leaving, that was on record before a day. Where no ticket of an import says what
 * kind it is, all are complaints.
 */
export const importedTickets = defineQuery({
  name: 'imported-tickets',
  parameters,
  row: z.object({
    customer: z.string(),
    customerName: z.string(),
    day: z.int(),
    isComplaint: z.int().transform((flag) => flag === 1),
    reason: z.string(),
  }),
  sql: `
WITH
  current AS (
    SELECT import_id, row, customer, customer_name, type, opened_at, churn_reason
    FROM ${currentRows(recordKindDefinitions.tickets)}
  ),
  typed AS (SELECT DISTINCT import_id FROM current WHERE type != '')
SELECT
  customer,
  customer_name AS customerName,
  toInt32(toDate32(opened_at)) AS day,
  import_id NOT IN (SELECT import_id FROM typed) OR match(type, '(?i)${complaintWords.source}') AS isComplaint,
  churn_reason AS reason
FROM current
WHERE opened_at < toDateTime64(toDate32({asOf:String}), 0, 'UTC') AND (isComplaint OR reason != '')
ORDER BY import_id, row
`,
})
