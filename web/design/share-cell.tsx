import { useReader } from './reader.tsx'
import { ShareBar } from './share-bar.tsx'

/** A table cell with a share as a bar and as a number. */
export function ShareCell(props: { share: number; tone?: 'accent' | 'warn' | 'quiet' }) {
  const { format } = useReader()
  return (
    <td>
      <span className="vf-bar-cell">
        <ShareBar share={props.share} tone={props.tone ?? 'accent'} /> {format.percent(props.share)}
      </span>
    </td>
  )
}
