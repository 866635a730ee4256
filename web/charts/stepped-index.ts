/** Where the keys lead from a point: arrows one step, Home and End to the ends, Escape to none; undefined = not our key. */
export function steppedIndex(index: number | null, press: { key: string; count: number }): number | null | undefined {
  const last = press.count - 1
  switch (press.key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, (index ?? -1) + 1)
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, (index ?? press.count) - 1)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'Escape':
      return null
    default:
      return undefined
  }
}
