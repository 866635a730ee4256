import { readFileSync } from 'node:fs'

/** Later files may rely on earlier ones; what is the app's own comes last. */
const files = [
  '../design/tokens.css',
  '../design/page.css',
  '../design/controls.css',
  '../design/table.css',
  '../charts/charts.css',
  '../metrics/metrics.css',
  '../selection/selection.css',
  '../selection/evidence.css',
  '../selection/studio.css',
  '../selection/rounds.css',
  '../abc-classification/abc-classification.css',
  '../rfm/rfm.css',
  '../lifecycle/lifecycle.css',
  '../customer-value/customer-value.css',
  '../churn/churn.css',
  '../purchase-behaviour/purchase-behaviour.css',
  '../segmentation/segmentation.css',
  '../segmentation/segments-page.css',
  '../data-quality/data-quality.css',
  './page-parts.css',
  './shell.css',
  '../access/access.css',
  '../accounts/accounts.css',
  '../overview/overview.css',
  '../data/data.css',
  '../identity/identity.css',
]

/** The report follows the system into the dark; in the app a person may decide otherwise, and the page says so at its root. */
const systemDark = '@media screen and (prefers-color-scheme: dark) {\n  :root {'
const chosenDark = "@media screen {\n  :root[data-theme='dark'] {\n    color-scheme: dark;"

/** All styles of the app, for one style sheet. */
export function appStyles(): string {
  return files
    .map((file) =>
      readFileSync(new URL(file, import.meta.url), 'utf8')
        .trim()
        .replaceAll(systemDark, chosenDark),
    )
    .join('\n')
}
