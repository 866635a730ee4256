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
  /** Bits that a stage takes. The largest number that fits stands for all stages that were not asked for. */
  readonly stageBits: number
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
  const stageBits = Math.ceil(Math.log2(stages + 1))
  return {
    firstSecond,
    unitSeconds: Math.max(1, Math.ceil((lastSecond - firstSecond + 1) / halfRange)),
    stageBits,
    rowsAPlace: Math.max(1, Math.ceil(((rows + 1) * 2 ** stageBits) / halfRange)),
  }
}
