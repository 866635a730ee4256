import { Button, Result } from 'antd'
import { useReader } from '../design/reader.tsx'
import { faultStatus, faultWords } from './fault-words.ts'

/** A page, or a part of one, that could not be had: what happened, and the way to try again. */
export function FaultNotice(props: {
  fault: unknown
  onRetry?: (() => void) | undefined
  /** Where nothing else on the page is a heading. */
  isPage?: boolean
}) {
  const { t } = useReader()
  const status = faultStatus(props.fault)
  const title = t(
    status === 404 ? 'app.fault.notFoundTitle' : status === 403 ? 'app.fault.forbiddenTitle' : 'app.fault.title',
  )
  return (
    <Result
      status={status === 403 ? '403' : status === 404 ? '404' : 'warning'}
      title={props.isPage === true ? <h1>{title}</h1> : title}
      subTitle={faultWords(props.fault, t)}
      extra={props.onRetry !== undefined && <Button onClick={props.onRetry}>{t('app.fault.retry')}</Button>}
    />
  )
}
