import { Alert } from 'antd'
import { faultWords } from '../app/fault-words.ts'
import { useReader } from '../design/reader.tsx'

/** What was refused, where it was asked. */
export function FaultLine(props: { fault: unknown }) {
  const { t } = useReader()
  if (props.fault === null || props.fault === undefined) return null
  return <Alert className="vf-fault-line" type="error" showIcon title={faultWords(props.fault, t)} />
}
