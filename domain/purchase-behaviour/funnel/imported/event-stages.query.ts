import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { EventScope } from './event-scope.ts'

/** One row per import that has events: how many, and the largest number of a row. */
export const eventImports = defineQuery({
  name: 'event-imports',
  parameters: EventScope.pick({ imports: true }),
  row: z.object({
    id: z.int(),
    events: z.int(),
    withoutStage: z.int(),
    withoutTime: z.int(),
    lastRow: z.int(),
    amounts: z.int(),
    /** Different values of what tells cases apart unless somebody names it: exact up to the bound, above it where above. */
    values: z.object({ product: z.int(), channel: z.int(), salesperson: z.int() }),
    /** Seconds since 1970-01-01; 0 where no event has a time. */
    firstSecond: z.int(),
    lastSecond: z.int(),
  }),
  sql: `
SELECT
  import_id AS id,
  count() AS events,
  countIf(event = '') AS withoutStage,
  countIf(event != '' AND isNull(at)) AS withoutTime,
  max(row) AS lastRow,
  countIf(isNotNull(amount)) AS amounts,
  CAST((uniqUpTo(40)(product), uniqUpTo(40)(channel), uniqUpTo(40)(salesperson)),
    'Tuple(product UInt64, channel UInt64, salesperson UInt64)') AS values,
  -- Of whole numbers: of moments before 1970 the engine, once it compiles the query, takes the least for the largest.
  minIf(reinterpretAsInt64(assumeNotNull(at)), isNotNull(at)) AS firstSecond,
  maxIf(reinterpretAsInt64(assumeNotNull(at)), isNotNull(at)) AS lastSecond
FROM customer_event
WHERE import_id IN {imports:Array(UInt32)}
GROUP BY import_id
ORDER BY import_id
`,
})

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
