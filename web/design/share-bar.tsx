/** A bar as long as a fraction of 1; the number itself stands beside it in text. */
export function ShareBar(props: { share: number; tone?: 'accent' | 'warn' | 'quiet' }) {
  const width = `${Math.max(0, Math.min(1, props.share)) * 100}%`
  return (
    <span className={`vf-bar vf-bar-${props.tone ?? 'accent'}`} aria-hidden="true">
      {props.share > 0 && <span style={{ width }} />}
    </span>
  )
}
