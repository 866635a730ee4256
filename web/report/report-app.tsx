import { useEffect, useMemo, useState } from 'react'
import { translator, type Locale } from '@vitalfew/contract/locale.ts'
import type { Report } from '@vitalfew/contract/report.ts'
import { fittingScale } from '../design/amount-scale.ts'
import { PrintingProvider } from '../design/printing.tsx'
import { ReaderProvider, useReader } from '../design/reader.tsx'
import { readChoices, writeChoices } from './reading-choices.ts'
import { ReportHeader } from './report-header.tsx'
import { ReportPage } from './report-page.tsx'
import { reportSections } from './report-sections.ts'
import { SectionList } from './section-list.tsx'

/** The report with the reader's language and unit around it; both live in the address. */
export function ReportApp(props: { report: Report; locale: Locale }) {
  const { report } = props
  const { currency, asOf } = report.run.run
  const [choices, setChoices] = useState(() => readChoices(window.location.hash))
  const locale = choices.locale ?? props.locale
  const scale = choices.scale ?? fittingScale(locale, typicalAmount(report))
  const sections = useMemo(() => reportSections(report.run), [report])
  useEffect(() => {
    const hash = writeChoices(choices)
    if (hash !== '') window.history.replaceState(null, '', hash)
  }, [choices])
  useEffect(() => {
    document.documentElement.lang = locale
    document.title = translator(locale)('report.pageTitle', { asOf })
  }, [locale, asOf])
  return (
    <ReaderProvider locale={locale} currency={currency} scale={scale}>
      <PrintingProvider>
        <div className="vf-report">
          <ReportHeader
            run={report.run}
            onLocale={(chosen) => setChoices({ ...choices, locale: chosen })}
            onScale={(chosen) => setChoices({ ...choices, scale: chosen })}
          />
          <SectionList sections={sections} />
          <ReportPage report={report} />
          <ReportFooter />
        </div>
      </PrintingProvider>
    </ReaderProvider>
  )
}

/** The account whose figures should read well: a middling key account, not the total. */
function typicalAmount(report: Report): number {
  const amounts = report.run.keyAccounts.map((account) => account.netRevenue).toSorted((a, b) => a - b)
  return amounts[Math.floor(amounts.length / 2)] ?? report.run.totals.netRevenue
}

function ReportFooter() {
  const { t } = useReader()
  return (
    <footer className="vf-footer">
      {t('report.brand')} · React (MIT) · Apache ECharts (Apache-2.0) · i18next (MIT)
    </footer>
  )
}
