import { analysedLine, isAnalysed, lineSource } from '../../metrics/index.ts'

/**
 * Common table expressions up to `rhythm`: one row per account that ever bought, with its distinct purchase days and what
 * the gaps between them come to. The pure twin is methods/purchase-cycle/log-gaps.ts. For `overLines`.
 */
export const accountRhythm = `${analysedLine},
  purchases AS (
    SELECT
      line.account_key AS account_key,
      arrayCompact(arraySort(groupArrayIf(toInt32(line.day), line.is_sale))) AS days,
      toFloat64(sumIf(line.net_revenue, line.day >= addMonths(toDate32({asOf:String}), -12))) AS revenue_last_12_months
    FROM ${lineSource}
    WHERE ${isAnalysed} AND line.is_counted
    GROUP BY account_key
    HAVING notEmpty(days)
  ),
  rhythm AS (
    SELECT
      *,
      arraySort(arrayPopFront(arrayDifference(days))) AS gaps,
      length(gaps) AS gap_count,
      if(gap_count = 0, 0, (gaps[intDiv(gap_count + 1, 2)] + gaps[intDiv(gap_count, 2) + 1]) / 2) AS median_gap,
      arrayMap(gap -> log(gap), gaps) AS logs,
      if(gap_count = 0, 0, arrayAvg(logs)) AS mean_log,
      arraySum(value -> pow(value - mean_log, 2), logs) AS log_squares
    FROM purchases
  )`
