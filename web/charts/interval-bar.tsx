import { placeInterval, type Interval, type Span } from './place-interval.ts'

/** An estimate as a dot on its interval, on a scale that all rows of a table have in common; the figures stand beside it. */
export function IntervalBar(props: {
  interval: Interval
  scale: Span
  tone?: 'accent' | 'warn'
  /** A figure to compare with, such as the mean of all rows. */
  reference?: number | null
}) {
  const { scale } = props
  const place = placeInterval(props.interval, scale)
  const reference = props.reference ?? null
  return (
    <span className={`vf-interval vf-interval-${props.tone ?? 'accent'}`} aria-hidden="true">
      {reference !== null && (
        <i
          className="vf-interval-reference"
          style={{ left: `${placeInterval({ value: reference, lower: reference, upper: reference }, scale).value}%` }}
        />
      )}
      <span style={{ left: `${place.lower}%`, width: `${place.upper - place.lower}%` }} />
      <b style={{ left: `${place.value}%` }} />
    </span>
  )
}
