import { IdentityAnswer, type IdentityDecision } from '@vitalfew/contract/identity.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** One row is an answer of a person about two customers, in the order in which they were given. */
export const identityDecisions = defineQuery({
  name: 'identity-decisions',
  parameters: z.object({}),
  row: z.object({
    sequence: z.int(),
    at: z.string(),
    author: z.string(),
    reason: z.string(),
    answer: IdentityAnswer,
    left: z.string(),
    right: z.string(),
    bits: z.number().nullable(),
  }),
  sql: `SELECT sequence, at, author, reason, answer, toString(left_key) AS left, toString(right_key) AS right, bits
FROM identity_decision
ORDER BY sequence`,
})

const insertDecision = `INSERT INTO identity_decision (sequence, at, author, reason, answer, left_key, right_key, bits)
SETTINGS date_time_input_format = 'best_effort' FORMAT JSONEachRow`

export async function writeDecision(warehouse: Warehouse, decision: IdentityDecision): Promise<void> {
  const { left, right, ...rest } = decision
  const row = { ...rest, left_key: left, right_key: right }
  const token = `identity-decision-${decision.sequence}`
  await warehouse.insert({ name: 'write-decision', sql: insertDecision, token }, Buffer.from(JSON.stringify(row)))
}
