import { PageHead } from '../app/page-head.tsx'
import { WithReport } from '../app/with-report.tsx'
import { useReader } from '../design/reader.tsx'
import { ChurnSection } from '../report/churn-section.tsx'
import { SlippingSection } from '../report/slipping-section.tsx'

/** Who is leaving and what hangs on it; where no model could be fitted, who has been silent too long. */
export function ChurnPage() {
  const { t } = useReader()
  return (
    <>
      <PageHead title={t('app.page.churn')} />
      <WithReport>
        {(report) => (
          <div className="vf-one-section">
            {report.run.churn === null ? (
              <SlippingSection report={report} />
            ) : (
              <ChurnSection report={report} churn={report.run.churn} />
            )}
          </div>
        )}
      </WithReport>
    </>
  )
}
