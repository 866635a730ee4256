/** Rows on their way to the engine in its own binary format, some thousands at a time. */
export function rowBytes(rowSize: number): {
  readonly uint8: (value: number) => void
  readonly uint32: (value: number) => void
  /** A whole number below 2^53. */
  readonly uint64: (value: number) => void
  readonly isFull: () => boolean
  readonly take: () => Buffer
} {
  const bytes = Buffer.allocUnsafe(rowSize * 60_000)
  let at = 0
  return {
    uint8: (value) => {
      bytes[at++] = value
    },
    uint32: (value) => {
      at = bytes.writeUInt32LE(value, at)
    },
    uint64: (value) => {
      // The remainder of a division of doubles would take longer than all the rest.
      const high = Math.floor(value / 4_294_967_296)
      at = bytes.writeUInt32LE(value - high * 4_294_967_296, at)
      at = bytes.writeUInt32LE(high, at)
    },
    isFull: () => at + rowSize > bytes.length,
    take: () => {
      const taken = Buffer.from(bytes.subarray(0, at))
      at = 0
      return taken
    },
  }
}
