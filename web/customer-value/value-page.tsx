import { Empty } from 'antd'
import { PageHead } from '../app/page-head.tsx'
import { WithReport } from '../app/with-report.tsx'
import { useReader } from '../design/reader.tsx'
import { ValueSection } from '../report/value-section.tsx'

/** What customers will bring, how that is known, and how well such forecasts have done. */
export function ValuePage() {
  const { t } = useReader()
  return (
    <>
      <PageHead title={t('app.page.value')} />
      <WithReport>
        {(report) =>
          report.run.value === null ? (
            <Empty description={t('app.notInRun')} />
          ) : (
            <div className="vf-one-section">
              <ValueSection report={report} value={report.run.value} />
            </div>
          )
        }
      </WithReport>
    </>
  )
}
