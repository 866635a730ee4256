import type { Locale } from '@vitalfew/contract/locale.ts'
import { useReader } from '../design/reader.tsx'

/** Words of the run or of its model, which have one language only: marked as such where the reader reads another. */
export function WrittenWords(props: { written: Locale; words: string }) {
  const { locale } = useReader()
  return props.written === locale ? props.words : <span lang={props.written}>{props.words}</span>
}
