import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'

/** The columns of a row after the account's key, in this order, all doubles; NaN = not defined. */
export const conductColumns = [
  'purchases',
  'firstPurchase',
  'lastPurchase',
  'logGaps',
  'cycleDays',
  'hasLeft',
  'silenceDays',
  'netRevenue',
  'yearlyRevenue',
  'recentPurchases',
  'usualPurchases',
  'recentBasket',
  'usualBasket',
  'recentCategories',
  'usualCategories',
  'recentReturnRate',
  'usualReturnRate',
] as const

/**
 * One row per account of the histories of a run, in the order of their keys: how it conducted itself as of a day, from
 * nothing later. The pure twin is methods/churn/conduct-figures.ts.
 */
export const conductRows = defineQuery({
  name: 'conduct-rows',
  parameters: z.object({ runId: z.string(), asOf: z.iso.date(), portfolioCycleDays: z.number() }),
  row: z.unknown(),
  sql: `
WITH
  toInt32(toDate32({asOf:String})) AS today,
  known AS (
    SELECT
      account_key,
      arrayCount(d -> d < today, h.days) AS known_days,
      arraySlice(h.days, 1, known_days) AS days,
      arraySlice(h.bought, 1, known_days) AS bought,
      arraySlice(h.sold, 1, known_days) AS sold,
      arraySlice(h.returned, 1, known_days) AS returned,
      arraySlice(h.categories, 1, known_days) AS categories
    FROM account_history AS h
    WHERE h.run_id = {runId:String}
  ),
  rhythm AS (
    SELECT
      *,
      arrayFilter((d, b) -> b = 1, days, bought) AS purchase_days,
      arrayPopFront(arrayDifference(purchase_days)) AS gaps,
      arraySort(gaps) AS sorted_gaps,
      length(purchase_days) AS purchases,
      purchases >= 3 AS has_rhythm,
      greatest(7, if(has_rhythm,
        (sorted_gaps[intDiv(length(gaps) + 1, 2)] + sorted_gaps[intDiv(length(gaps), 2) + 1]) / 2,
        {portfolioCycleDays:Float64})) AS cycle,
      today - purchase_days[-1] AS silence,
      purchases > 0 AND silence > if(has_rhythm, greatest(4 * cycle, least(8 * cycle, 365)), 365) AS has_left,
      if(has_left, purchase_days[-1] + 1, today) AS at,
      toInt32(ceil(least(365, greatest(90, 6 * cycle)))) AS window
    FROM known
  ),
  compared AS (
    SELECT
      *,
      arrayCount(d -> d < at - 2 * window, days) AS before_usual,
      arrayCount(d -> d < at - window, days) AS before_recent,
      arrayCount(d -> d < at, days) AS before_at,
      arraySlice(bought, before_usual + 1, before_recent - before_usual) AS usual_bought,
      arraySlice(bought, before_recent + 1, before_at - before_recent) AS recent_bought,
      purchases > 0 AND purchase_days[1] <= at - 2 * window AS was_there,
      toFloat64(arraySum(usual_bought)) AS usual_purchases,
      toFloat64(arraySum(recent_bought)) AS recent_purchases,
      was_there AND usual_purchases > 0 AND recent_purchases > 0 AS in_both,
      toFloat64(arraySum(arraySlice(sold, before_usual + 1, before_recent - before_usual))) AS usual_sold,
      toFloat64(arraySum(arraySlice(sold, before_recent + 1, before_at - before_recent))) AS recent_sold,
      toFloat64(arraySum(arraySlice(returned, before_usual + 1, before_recent - before_usual))) AS usual_returned,
      toFloat64(arraySum(arraySlice(returned, before_recent + 1, before_at - before_recent))) AS recent_returned,
      in_both AND usual_sold > 0 AND recent_sold > 0 AS returns_known,
      arrayCount(d -> d < at - 365, days) AS before_year
    FROM rhythm
  )
SELECT
  account_key,
  toFloat64(purchases),
  if(purchases = 0, nan, toFloat64(purchase_days[1])),
  if(purchases = 0, nan, toFloat64(purchase_days[-1])),
  arraySum(g -> log(g), gaps),
  toFloat64(cycle),
  toFloat64(has_left),
  if(purchases = 0, nan, toFloat64(silence)),
  toFloat64(arraySum(sold) - arraySum(returned)),
  toFloat64(arraySum(arraySlice(sold, before_year + 1, before_at - before_year))
    - arraySum(arraySlice(returned, before_year + 1, before_at - before_year))),
  if(was_there, recent_purchases, nan),
  if(was_there, usual_purchases, nan),
  if(in_both, recent_sold / recent_purchases, nan),
  if(in_both, usual_sold / usual_purchases, nan),
  if(in_both, toFloat64(length(arrayDistinct(arrayFlatten(arraySlice(categories, before_recent + 1, before_at - before_recent))))), nan),
  if(in_both, toFloat64(length(arrayDistinct(arrayFlatten(arraySlice(categories, before_usual + 1, before_recent - before_usual))))), nan),
  if(returns_known, recent_returned / recent_sold, nan),
  if(returns_known, usual_returned / usual_sold, nan)
FROM compared
ORDER BY account_key
`,
})
