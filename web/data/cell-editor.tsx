import { Input } from 'antd'
import { useState } from 'react'

/** A cell to write in: Enter or leaving it keeps what was written, Escape brings back what was there. */
export function CellEditor(props: {
  label: string
  value: string
  isFault: boolean
  onWritten: (value: string) => void
}) {
  const [text, setText] = useState(props.value)
  const keep = () => {
    if (text !== props.value) props.onWritten(text)
  }
  return (
    <Input
      size="small"
      className="vf-cell-editor"
      aria-label={props.label}
      status={props.isFault ? 'error' : ''}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onPressEnter={keep}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Escape' && setText(props.value)}
    />
  )
}
