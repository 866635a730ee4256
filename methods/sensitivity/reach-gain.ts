import type { FigurePath } from './figure-path.ts'

/** Halvings of a stretch between two stops: to the last digit of a double. */
const halvings = 64

/**
 * The nearest figure of a path whose gain is at least so much.
 *
 * @param path see `figurePaths`
 * @param options `gain` of a figure; `wanted`: above 0; `monotone`: whether the gain never falls along the path, which lets
 * the stops be searched by bisection
 * @returns null where no figure of the path gains as much
 * @example
 * reachGain({ from: 0, count: 1, figureAt: () => 8, continuous: true }, { gain: (figure) => figure / 8, wanted: 0.5, monotone: true }) // 4
 * reachGain({ from: 0, count: 4, figureAt: (stop) => 3 * stop, continuous: false }, { gain: (figure) => figure, wanted: 4, monotone: true }) // 6
 * reachGain({ from: 0, count: 4, figureAt: (stop) => 3 * stop, continuous: false }, { gain: (figure) => figure, wanted: 40, monotone: true }) // null
 */
export function reachGain(
  path: Pick<FigurePath, 'from' | 'count' | 'figureAt' | 'continuous'>,
  options: { readonly gain: (figure: number) => number; readonly wanted: number; readonly monotone: boolean },
): number | null {
  const { gain, wanted, monotone } = options
  let stop = 1
  if (monotone) {
    let high = path.count + 1
    while (stop < high) {
      const middle = Math.floor((stop + high) / 2)
      if (gain(path.figureAt(middle)) >= wanted) high = middle
      else stop = middle + 1
    }
  } else while (stop <= path.count && gain(path.figureAt(stop)) < wanted) stop++
  if (stop > path.count) return null
  let reached = path.figureAt(stop)
  if (!path.continuous) return reached
  let short = stop === 1 ? path.from : path.figureAt(stop - 1)
  for (let i = 0; i < halvings; i++) {
    const middle = short + (reached - short) / 2
    if (gain(middle) >= wanted) reached = middle
    else short = middle
  }
  return reached
}
