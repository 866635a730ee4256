export interface Interval {
  value: number
  lower: number
  upper: number
}

export interface Span {
  from: number
  to: number
}

/** Where an interval and its estimate stand on a scale, in per cent of its length; what is beyond an end stands at it. */
export function placeInterval(interval: Interval, scale: Span): Interval {
  const length = scale.to - scale.from
  const place = (value: number) => (length > 0 ? Math.max(0, Math.min(100, ((value - scale.from) / length) * 100)) : 0)
  return { value: place(interval.value), lower: place(interval.lower), upper: place(interval.upper) }
}
