import { readFileSync } from 'node:fs'

/** Later files may rely on earlier ones; print comes last because it overrides them all. */
const files = [
  '../design/tokens.css',
  '../design/page.css',
  '../design/controls.css',
  '../design/table.css',
  '../charts/charts.css',
  '../metrics/metrics.css',
  '../selection/selection.css',
  '../selection/evidence.css',
  '../abc-classification/abc-classification.css',
  '../rfm/rfm.css',
  '../lifecycle/lifecycle.css',
  '../customer-value/customer-value.css',
  '../churn/churn.css',
  '../segmentation/segmentation.css',
  '../data-quality/data-quality.css',
  './report.css',
  '../design/print.css',
]

/** All styles of the report page, for one style element. */
export function reportStyles(): string {
  return files.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8').trim()).join('\n')
}
