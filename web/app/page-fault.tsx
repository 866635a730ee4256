import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { Button, Result } from 'antd'
import { BareReader } from './app-reader.tsx'
import { useReader } from '../design/reader.tsx'
import { FaultNotice } from './fault-notice.tsx'

/** Instead of a page that failed: the menu stays, and the page can be tried again. */
export function PageFault({ error, reset }: ErrorComponentProps) {
  const queries = useQueryErrorResetBoundary()
  const again = () => {
    queries.reset()
    reset()
  }
  return (
    <BareReader>
      <FaultNotice isPage fault={error} onRetry={again} />
    </BareReader>
  )
}

export function PageUnknown() {
  return (
    <BareReader>
      <Unknown />
    </BareReader>
  )
}

function Unknown() {
  const { t } = useReader()
  return (
    <main>
      <Result
        status="404"
        title={<h1>{t('app.fault.unknownPage')}</h1>}
        extra={
          <Button type="primary" href="/">
            {t('app.fault.home')}
          </Button>
        }
      />
    </main>
  )
}
