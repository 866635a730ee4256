import type { IdentityCalibration } from '@vitalfew/contract/identity.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** One row is the calibration that counts. */
const calibrationThatCounts = defineQuery({
  name: 'newest-calibration',
  parameters: z.object({}),
  row: z.object({
    sequence: z.int(),
    at: z.string(),
    author: z.string(),
    answers: z.int(),
    from: z.array(z.number()),
    probability: z.array(z.number()),
  }),
  sql: `SELECT sequence, at, author, answers, steps_from AS from, steps_probability AS probability
FROM identity_calibration
ORDER BY sequence DESC
LIMIT 1`,
})

const insertCalibration = `INSERT INTO identity_calibration (sequence, at, author, answers, steps_from, steps_probability)
SETTINGS date_time_input_format = 'best_effort' FORMAT JSONEachRow`

/** The newest calibration; undefined where there is none, or where the newest says that none counts. */
export async function newestCalibration(warehouse: Warehouse): Promise<IdentityCalibration | undefined> {
  const [row] = await warehouse.rows(calibrationThatCounts, {})
  if (row === undefined) return undefined
  const { from, probability, ...rest } = row
  return { ...rest, steps: from.map((fromBits, i) => ({ fromBits, probability: probability[i] ?? 0 })) }
}

export async function writeCalibration(warehouse: Warehouse, calibration: IdentityCalibration): Promise<void> {
  const { steps, ...rest } = calibration
  const row = {
    ...rest,
    steps_from: steps.map(({ fromBits }) => fromBits),
    steps_probability: steps.map(({ probability }) => probability),
  }
  const token = `identity-calibration-${calibration.sequence}`
  await warehouse.insert({ name: 'write-calibration', sql: insertCalibration, token }, Buffer.from(JSON.stringify(row)))
}
