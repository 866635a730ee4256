const halfRange = 2 ** 32

/**
 * How an event becomes one whole number of 64 bits: its moment in the upper half, in the lower one its place among all that
 * were imported and its stage. Packed so, the events of an account sort by time, and there is nothing to carry with them.
 */
export interface EventPacking {
  /** Seconds since 1970-01-01 of the first event; may be negative. */
  readonly firstSecond: number
  /** Seconds in a unit of the upper half: 1, unless events are more than 136 years apart. */
  readonly unitSeconds: number
  /** How many numbers stages have: those asked for, and one for all others. */
  readonly stageNumbers: number
  /** Rows that share a place: 1, unless there are hundreds of millions. */
  readonly rowsAPlace: number
}

/** The packing for so many rows, stages and seconds between the first event and the last. */
export function eventPacking(events: {
  readonly rows: number
  readonly stages: number
  readonly firstSecond: number
  readonly lastSecond: number
}): EventPacking {
  const { rows, stages, firstSecond, lastSecond } = events
  const stageNumbers = stages + 1
  return {
    firstSecond,
    unitSeconds: Math.max(1, Math.ceil((lastSecond - firstSecond + 1) / halfRange)),
    stageNumbers,
    rowsAPlace: Math.max(1, Math.ceil(((rows + 1) * stageNumbers) / halfRange)),
  }
}
