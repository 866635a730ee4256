import { defineQuery, defineStatement } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { RunScope } from '../../metrics/index.ts'

/**
 * One row per account of a run that ever bought or sent back: its days, what it was told apart by (region, department,
 * channel, industry, salesperson, in this order) and when it went away and came back. The pure
 * twin of the departures is methods/churn/departures.ts.
 */
export const writeAccountHistories = defineStatement({
  name: 'write-account-histories',
  parameters: RunScope.extend({
    /** `later_traits` are those of the last line before this day. */
    traitsAsOf: z.iso.date(),
  }),
  sql: `
INSERT INTO account_history
WITH
  toInt32(toDate32({asOf:String})) AS today,
  toInt32(toDate32({traitsAsOf:String})) AS traits_day,
  current_membership AS (
    SELECT customer_key, argMax(membership.account_key, sequence) AS account_key
    FROM membership
    WHERE sequence <= {membershipSequence:UInt64}
    GROUP BY customer_key
  ),
  line AS (
    SELECT
      if(m.account_key = 0, l.customer_key, m.account_key) AS account_key,
      toInt32(l.day) AS day, l.kind = 'sale' AS is_sale, l.net_revenue AS net_revenue,
      multiIf(l.kind != 'sale', 0, l.category != '', cityHash64(l.category), l.product != '', cityHash64('product', l.product), 0) AS category,
      (toInt32(l.day), l.import_id, l.row) AS place,
      (l.region, l.department, l.channel, l.industry, l.salesperson) AS traits
    FROM sales_line AS l
    LEFT JOIN current_membership AS m ON m.customer_key = l.customer_key
    WHERE l.import_id IN {imports:Array(UInt32)} AND l.day < toDate32({asOf:String}) AND l.kind != 'cancelled'
  ),
  account_day AS (
    SELECT
      account_key,
      line.day AS day,
      max(line.is_sale) AS bought,
      sumIf(line.net_revenue, line.is_sale) AS sold,
      -sumIf(line.net_revenue, NOT line.is_sale) AS returned,
      groupArrayIf(line.category, line.category != 0) AS categories
    FROM line
    GROUP BY account_key, line.day
  ),
  account AS (
    SELECT
      account_key,
      arraySort(d -> d.1, groupArray((account_day.day, account_day.bought, account_day.sold, account_day.returned, account_day.categories))) AS sorted,
      arrayMap(d -> d.1, sorted) AS days,
      arrayMap(d -> d.2, sorted) AS bought,
      arrayMap(d -> d.3, sorted) AS sold,
      arrayMap(d -> d.4, sorted) AS returned,
      arrayMap(d -> d.5, sorted) AS categories
    FROM account_day
    GROUP BY account_key
  ),
  account_traits AS (
    SELECT
      account_key,
      argMin(line.traits, line.place) AS first_traits,
      argMaxIf(line.traits, line.place, line.day < traits_day) AS later_traits
    FROM line
    GROUP BY account_key
  ),
  silence AS (
    SELECT
      *,
      arrayFilter((d, b) -> b = 1, days, bought) AS purchases,
      arrayPopFront(arrayDifference(purchases)) AS gaps,
      arrayPopFront(arrayPushBack(purchases, today)) AS next_days,
      -- No silence shorter than eight weeks is a departure, whatever the rhythm.
      arrayFilter((i, day, next) -> next - day > 56, arrayEnumerate(purchases), purchases, next_days) AS pauses,
      arrayMap(i -> arraySort(arraySlice(gaps, 1, i - 1)), pauses) AS gaps_before,
      arrayMap(g -> greatest(7, (g[intDiv(length(g) + 1, 2)] + g[intDiv(length(g), 2) + 1]) / 2), gaps_before) AS cycles,
      arrayMap((i, c) -> purchases[i] + toInt32(floor(if(i < 3, 365, greatest(4 * c, least(8 * c, 365))))) + 1, pauses, cycles) AS limits,
      arrayFilter((i, gone) -> gone <= next_days[i], pauses, limits) AS departures
    FROM account
  )
SELECT
  {runId:String} AS run_id,
  silence.account_key AS account_key,
  days,
  bought,
  sold,
  returned,
  categories,
  [t.first_traits.1, t.first_traits.2, t.first_traits.3, t.first_traits.4, t.first_traits.5] AS first_traits_list,
  [t.later_traits.1, t.later_traits.2, t.later_traits.3, t.later_traits.4, t.later_traits.5] AS later_traits_list,
  arrayMap(i -> purchases[i], departures) AS quiet_since,
  arrayFilter((gone, i) -> gone <= next_days[i], limits, pauses) AS gone_on,
  arrayMap(i -> if(i = length(purchases), 0, purchases[i + 1]), departures) AS returned_on,
  arrayMap((since, gone) -> toFloat64(arraySum((d, s, r) -> if(d > since - 365 AND d < gone, s - r, toDecimal128(0, 6)), days, sold, returned)), quiet_since, gone_on)
    AS lost_revenue
FROM silence
INNER JOIN account_traits AS t ON t.account_key = silence.account_key
`,
})

/** Empties what was only needed on the way. */
export const dropAccountHistories = defineStatement({
  name: 'drop-account-histories',
  parameters: z.object({ runId: z.string() }),
  sql: 'ALTER TABLE account_history DROP PARTITION {runId:String}',
})

/** One row: the cycle of accounts that had none of their own as of a day. The pure twin is methods/lifecycle/portfolio-cycle.ts. */
export const pastPortfolioCycle = defineQuery({
  name: 'past-portfolio-cycle',
  parameters: z.object({ runId: z.string(), asOf: z.iso.date() }),
  row: z.object({ days: z.number() }),
  sql: `
WITH
  arrayFilter((d, b) -> b = 1 AND d < toInt32(toDate32({asOf:String})), days, bought) AS purchases,
  arraySort(arrayPopFront(arrayDifference(purchases))) AS gaps
SELECT
  if(count() = 0, 90, quantileExactInclusive(0.5)((gaps[intDiv(length(gaps) + 1, 2)] + gaps[intDiv(length(gaps), 2) + 1]) / 2)) AS days
FROM account_history
WHERE run_id = {runId:String} AND length(purchases) >= 3
`,
})
