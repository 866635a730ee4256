/** Where the more significant half of a double stands among its two 32-bit halves on this machine. */
const highHalf = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0
const digits = [
  { shift: 0, values: 2048 },
  { shift: 11, values: 2048 },
  { shift: 22, values: 1024 },
] as const
/** Runs of at most this length are sorted by insertion. */
const shortRun = 24

interface KeyedPositions {
  keys: Uint32Array
  positions: Uint32Array
}

/**
 * Positions of the known figures, smallest first. Equal figures stay in the order in which they came, so that a tie is
 * broken by sorting by the second key first.
 *
 * A radix sort by the upper half of the doubles, then by comparison where those are the same.
 *
 * @param figures any numbers, the infinities included; NaN = unknown, left out
 * @param start positions in the order that decides ties; 0, 1, 2 … where absent
 * @returns indices into the figures
 * Source: Knuth 1973, "The art of computer programming", 5.2.5; the bits of IEEE 754 doubles are ordered like their values.
 * @example
 * [...ascendingOrder([30, NaN, -10, 20])] // [2, 3, 0]
 * [...ascendingOrder([1, 0, 1], [2, 1, 0])] // [1, 2, 0]
 */
export function ascendingOrder(figures: ArrayLike<number>, start?: ArrayLike<number>): Uint32Array {
  let from = knownPositions(figures, start)
  const count = from.positions.length
  let to: KeyedPositions = { keys: new Uint32Array(count), positions: new Uint32Array(count) }
  for (const digit of digits) {
    if (distribute(from, { to, ...digit })) [from, to] = [to, from]
  }
  settleRuns(from, figures)
  return from.positions
}

function knownPositions(figures: ArrayLike<number>, start: ArrayLike<number> | undefined): KeyedPositions {
  const length = start?.length ?? figures.length
  const keys = new Uint32Array(length)
  const positions = new Uint32Array(length)
  const double = new Float64Array(1)
  const halves = new Uint32Array(double.buffer)
  let count = 0
  for (let i = 0; i < length; i++) {
    const position = start === undefined ? i : (start[i] ?? 0)
    // Adding 0 turns −0 into 0.
    const figure = (figures[position] ?? Number.NaN) + 0
    if (Number.isNaN(figure)) continue
    double[0] = figure
    const bits = halves[highHalf] ?? 0
    // Negative doubles are ordered backwards, and all of them come before the positive ones.
    keys[count] = bits >>> 31 === 1 ? ~bits : bits | 0x80000000
    positions[count++] = position
  }
  return { keys: keys.subarray(0, count), positions: positions.subarray(0, count) }
}

/** One stable pass; false where all have the same digit and nothing needs to move. */
function distribute(
  { keys, positions }: KeyedPositions,
  { to, shift, values }: { readonly to: KeyedPositions; readonly shift: number; readonly values: number },
): boolean {
  const mask = values - 1
  const places = new Uint32Array(values)
  for (let i = 0; i < keys.length; i++) {
    const value = ((keys[i] ?? 0) >>> shift) & mask
    places[value] = (places[value] ?? 0) + 1
  }
  if (places.includes(keys.length)) return false
  let place = 0
  places.forEach((count, value) => {
    places[value] = place
    place += count
  })
  const { keys: toKeys, positions: toPositions } = to
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0
    const value = (key >>> shift) & mask
    const free = places[value] ?? 0
    places[value] = free + 1
    toKeys[free] = key
    toPositions[free] = positions[i] ?? 0
  }
  return true
}

/** Puts those with the same upper half in order. */
function settleRuns({ keys, positions }: KeyedPositions, figures: ArrayLike<number>): void {
  for (let from = 0; from < keys.length;) {
    let to = from + 1
    while (to < keys.length && keys[to] === keys[from]) to++
    if (to - from > shortRun) settleLongRun(positions.subarray(from, to), figures)
    else if (to - from > 1) settleShortRun(positions, { from, to, figures })
    from = to
  }
}

function settleLongRun(run: Uint32Array, figures: ArrayLike<number>): void {
  const first = figures[run[0] ?? 0]
  if (run.every((position) => figures[position] === first)) return
  run.sort((a, b) => (figures[a] ?? 0) - (figures[b] ?? 0))
}

function settleShortRun(
  positions: Uint32Array,
  { from, to, figures }: { readonly from: number; readonly to: number; readonly figures: ArrayLike<number> },
): void {
  for (let i = from + 1; i < to; i++) {
    const position = positions[i] ?? 0
    const figure = figures[position] ?? 0
    let free = i
    for (; free > from && (figures[positions[free - 1] ?? 0] ?? 0) > figure; free--) {
      positions[free] = positions[free - 1] ?? 0
    }
    positions[free] = position
  }
}
