import { Skeleton } from 'antd'
import { useReader } from '../design/reader.tsx'

/** Holds the place of a page that is on its way. */
export function PageWait() {
  const { t } = useReader()
  return (
    <div role="status" aria-label={t('app.wait')}>
      <Skeleton active title={false} paragraph={{ rows: 9 }} />
    </div>
  )
}
