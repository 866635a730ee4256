// The same by hand in DuckDB: one row of figures per customer, ABC classes, quintile scores. Prints seconds by step.
import { DuckDBInstance } from '@duckdb/node-api'

const [path = '', figures = 'few'] = process.argv.slice(2)
const steps: Record<string, number> = {}
let last = performance.now()
function lap(name: string): void {
  steps[name] = (performance.now() - last) / 1000
  last = performance.now()
}

/** The figures an analyst writes down in five minutes, and those the product gives. */
const columns: Record<string, string> = {
  few: `count(DISTINCT order_no) AS orders, sum(amount) AS revenue, max(order_date) AS last_order`,
  all: `count(DISTINCT order_no) AS orders, sum(amount) AS revenue, sum(amount) FILTER (amount > 0) AS gross,
    sum(amount) FILTER (amount < 0) AS returned, count(*) AS lines, sum(quantity) AS units, max(order_date) AS last_order,
    min(order_date) AS first_order, list_sort(list_distinct(list(order_date))) AS days,
    sum(amount) FILTER (order_date >= DATE '2025-01-01') AS last_year,
    sum(amount) FILTER (order_date < DATE '2025-01-01') AS year_before,
    ${Array.from({ length: 24 }, (_, month) => `sum(amount) FILTER (datediff('month', DATE '2024-01-01', order_date) = ${month})`).join(', ')}`,
}

const connection = await (await DuckDBInstance.create(':memory:')).connect()
lap('start')
await connection.run(`CREATE TABLE metrics AS SELECT customer, ${columns[figures] ?? ''}
  FROM read_csv('${path}') GROUP BY customer`)
lap('metrics')
await connection.run(`CREATE TABLE abc AS SELECT *, CASE
    WHEN sum(revenue) OVER w / sum(revenue) OVER () <= 0.8 THEN 'A'
    WHEN sum(revenue) OVER w / sum(revenue) OVER () <= 0.95 THEN 'B' ELSE 'C' END AS class
  FROM metrics WINDOW w AS (ORDER BY revenue DESC, customer)`)
lap('abc')
await connection.run(`CREATE TABLE rfm AS SELECT *, ntile(5) OVER (ORDER BY last_order) AS r,
  ntile(5) OVER (ORDER BY orders) AS f, ntile(5) OVER (ORDER BY revenue) AS m FROM abc`)
await connection.runAndReadAll('SELECT class, r, count(*), sum(revenue) FROM rfm GROUP BY ALL')
lap('rfm')
console.log(JSON.stringify(steps))
