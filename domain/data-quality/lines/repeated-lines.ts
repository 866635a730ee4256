import { isKnown } from './known-lines.ts'

/** SQL: what lines for the same sale have in common, and what copies of a line do. */
const likeness = 'cityHash64(customer_key, product, product_name, net_revenue)'
const copyLikeness = 'cityHash64(customer_key, day, product, product_name, net_revenue)'

/** SQL: everything that is known of a line but where it stands. */
const sameness = `cityHash64(customer_key, day, kind, order_number, product, product_name, category,
      isNull(quantity), ifNull(quantity, 0), net_revenue, isNull(gross_profit), ifNull(gross_profit, 0), currency,
      salesperson, region, department, channel, status)`

/** SQL: where a line stands among all, as one number. */
const place = '(toUInt64(import_id) * 4294967296 + row)'

const likeLines = `UNION ALL
      SELECT arraySort(groupArray(${place})) AS places, 0 AS repeated, places[1] AS resembled,
        arrayJoin(arraySlice(places, 2)) AS later
      FROM sales_line
      WHERE ${isKnown} AND kind = 'sale' AND net_revenue != 0 AND ${likeness} IN (SELECT id FROM likely)
      GROUP BY ${likeness}
      HAVING count() BETWEEN 2 AND 3 AND max(toInt32(day)) - min(toInt32(day)) <= 1
        AND min(cityHash64(order_number)) != max(cityHash64(order_number))`

/**
 * Common table expressions that end in `repeated_line`: by its place, each line that comes after another one for the same
 * sale. `first` is the place of the one it repeats in everything that is known of it, `like` of the one it is like: of
 * the same customer, product and amount, where that comes two or three times in all, within a day and under several
 * orders. What is unlike every other is sorted out before lines are compared in full.
 */
export function repeatedLines({ isBrief }: { readonly isBrief: boolean }): string {
  const common = isBrief ? copyLikeness : likeness
  return `likely AS (
    SELECT ${common} AS id FROM sales_line WHERE ${isKnown} GROUP BY id HAVING count() > 1
  ),
  repeated_line AS (
    SELECT later AS id, max(repeated) AS first, max(resembled) AS like
    FROM (
      SELECT arraySort(groupArray(${place})) AS places, places[1] AS repeated, 0 AS resembled,
        arrayJoin(arraySlice(places, 2)) AS later
      FROM sales_line
      WHERE ${isKnown} AND ${common} IN (SELECT id FROM likely)
      GROUP BY ${sameness}
      HAVING count() > 1
      ${isBrief ? '' : likeLines}
    )
    GROUP BY id
  )`
}

/** Sets of keys: what was ever sold to whom where something came back, orders and months that several people claim. */
export const disputedKeys = `returned AS (
    SELECT DISTINCT cityHash64(customer_key, product, product_name) AS id FROM sales_line
    WHERE ${isKnown} AND kind = 'return'
  ),
  sold AS (
    SELECT DISTINCT cityHash64(customer_key, product, product_name) AS id FROM sales_line
    WHERE ${isKnown} AND kind = 'sale'
      AND cityHash64(customer_key, product, product_name) IN (SELECT id FROM returned)
  ),
  disputed_order AS (
    SELECT cityHash64(order_number) AS id FROM sales_line
    WHERE ${isKnown} AND order_number != ''
    GROUP BY id
    HAVING min(customer_key) != max(customer_key)
  ),
  disputed_owner AS (
    SELECT cityHash64(customer_key, toYYYYMM(day)) AS id FROM sales_line
    WHERE ${isKnown} AND salesperson != ''
    GROUP BY id
    HAVING min(cityHash64(salesperson)) != max(cityHash64(salesperson))
  )`
