import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { EventScope } from './event-scope.ts'
import type { usualTraits } from './event-trait.ts'

/** One row per import that has events: how many, and the largest number of a row. */
export const eventImports = defineQuery({
  name: 'event-imports',
  parameters: EventScope.pick({ imports: true }),
  row: z.object({ id: z.int(), events: z.int(), lastRow: z.int() }),
  sql: `
SELECT import_id AS id, count() AS events, max(row) AS lastRow
FROM customer_event
WHERE import_id IN {imports:Array(UInt32)}
GROUP BY import_id
ORDER BY import_id
`,
})

/** Events that do not say what happened, and of the others those that do not say when. */
export const unclearEvents = defineQuery({
  name: 'unclear-events',
  parameters: EventScope.pick({ imports: true }),
  row: z.object({ withoutStage: z.int(), withoutTime: z.int() }),
  sql: `
SELECT countIf(event = '') AS withoutStage, countIf(event != '') AS withoutTime
FROM customer_event
WHERE import_id IN {imports:Array(UInt32)} AND (event = '' OR isNull(at))
`,
})

/** One row where any event has an amount, and none where none has. */
export const anyAmount = defineQuery({
  name: 'any-event-amount',
  parameters: EventScope.pick({ imports: true }),
  row: z.object({ known: z.int() }),
  sql: `
SELECT 1 AS known
FROM customer_event
WHERE import_id IN {imports:Array(UInt32)} AND isNotNull(amount)
LIMIT 1
`,
})

/** One row where any event tells a trait, and none where none does: most columns are empty, which is soon seen. */
export function anyTrait(column: ToldTrait) {
  return defineQuery({
    name: `any-event-${column}`,
    parameters: EventScope.pick({ imports: true }),
    row: z.object({ known: z.int() }),
    sql: `
SELECT 1 AS known
FROM customer_event
WHERE import_id IN {imports:Array(UInt32)} AND notEmpty(${column})
LIMIT 1
`,
  })
}

/** Different values of a trait, up to a number of them. */
export function traitValues(column: ToldTrait) {
  return defineQuery({
    name: `event-${column}-values`,
    parameters: EventScope.pick({ imports: true }).extend({ limit: z.int() }),
    row: z.object({ values: z.int() }),
    sql: `
SELECT count() AS values
FROM (SELECT DISTINCT ${column} FROM customer_event WHERE import_id IN {imports:Array(UInt32)} LIMIT {limit:UInt32})
`,
  })
}

type ToldTrait = (typeof usualTraits)[number]

/** What happens, most often first. */
export const eventStages = defineQuery({
  name: 'event-stages',
  parameters: EventScope.pick({ imports: true }).extend({ limit: z.int() }),
  row: z.object({ stage: z.string(), events: z.int() }),
  sql: `
SELECT toString(event) AS stage, count() AS events
FROM customer_event
WHERE import_id IN {imports:Array(UInt32)} AND event != '' AND isNotNull(at)
GROUP BY stage
ORDER BY events DESC, stage
LIMIT {limit:UInt32}
`,
})

/** How many accounts keys have been given to by people or rules; 0 where every key is its own account. */
export const movedKeys = defineQuery({
  name: 'moved-keys',
  parameters: EventScope.pick({ membershipSequence: true }),
  row: z.object({ keys: z.int() }),
  sql: 'SELECT count() AS keys FROM membership WHERE sequence <= {membershipSequence:UInt64}',
})

/** The run that was completed last and left figures of every account; nothing before there is one. */
export const newestRunId = defineQuery({
  name: 'newest-run-of-accounts',
  parameters: z.object({}),
  row: z.object({ runId: z.string() }),
  sql: `
SELECT run_id AS runId
FROM analysis_run
WHERE run_id IN (SELECT DISTINCT run_id FROM account_row)
ORDER BY completed_at DESC, run_id
LIMIT 1
`,
})
