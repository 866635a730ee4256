import { createRoot } from 'react-dom/client'
import { locales, type Locale } from '@vitalfew/contract/locale.ts'
import { knownMonths } from './known-months.ts'
import { unpackReport, type PackedReport } from './packed-report.ts'
import { ReportApp } from './report-app.tsx'

const data = embeddedReport()
const root = document.getElementById('report')
if (root !== null) createRoot(root).render(<ReportApp report={knownMonths(unpackReport(data))} locale={data.locale} />)

/** The cast holds because `reportHtml` wrote this element from a validated report, in the same build. */
function embeddedReport(): PackedReport & { locale: Locale } {
  const text = document.getElementById('report-data')?.textContent ?? ''
  const parsed = JSON.parse(text) as PackedReport & { locale: Locale }
  return { ...parsed, locale: locales.find((locale) => locale === parsed.locale) ?? 'zh-CN' }
}
