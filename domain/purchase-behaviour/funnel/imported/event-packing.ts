/** Lower half: what comes first of what happened in the same second. The engine knows 400 years, which are 34 bits. */
const placeBits = 30
const halfRange = 2 ** placeBits

/**
 * How an event becomes one whole number of 64 bits: in the upper 34 its second since 1900, the first that the warehouse
 * knows, below that its place among all that were imported, and its stage. Packed so, the events of an account sort by time,
 * and there is nothing to carry with them.
 */
export interface EventPacking {
  /** Bits that a stage takes. The largest number that fits stands for all stages that were not asked for. */
  readonly stageBits: number
  /** Rows that share a place: 1, unless there are a hundred million, or hundreds of stages. */
  readonly rowsAPlace: number
}

/** The first second that the warehouse knows: 1900-01-01, in seconds since 1970. */
export const firstSecond = -2_208_988_800

/** The packing for so many rows and stages. */
export function eventPacking({ rows, stages }: { readonly rows: number; readonly stages: number }): EventPacking {
  const stageBits = Math.ceil(Math.log2(stages + 1))
  return { stageBits, rowsAPlace: Math.max(1, Math.ceil(((rows + 1) * 2 ** stageBits) / halfRange)) }
}

/** The second since 1970 of the number with these two halves of 32 bits. */
export function packedSecond(lower: number, upper: number): number {
  return upper * 4 + (lower >>> placeBits) + firstSecond
}

/** Its place, which comes before all greater ones. */
export function packedPlace(lower: number, stageBits: number): number {
  return (lower & (halfRange - 1)) >>> stageBits
}
