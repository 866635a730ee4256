import type { FigurePath } from './figure-path.ts'

/** Halvings of a stretch between two stops: to the last digit of a double. */
const halvings = 64

/**
 * The nearest figure of a path whose gain is at least so much.
 *
 * At a stop, what rounding may have taken from the gain is forgiven, so that a figure that reaches exactly is not passed over.
 *
 * @param path see `figurePaths`
 * @param options `gain` of a figure; `wanted`: above 0; `slack`: what rounding may take; `monotone`: whether the gain never falls along the path, which lets
 * the stops be searched by bisection
 * @returns null where no figure of the path gains as much
 * @example
 * reachGain({ from: 0, count: 1, figureAt: () => 8, continuous: true }, { gain: (figure) => figure / 8, wanted: 0.5, slack: 0, monotone: true }) // 4
 * reachGain({ from: 0, count: 4, figureAt: (stop) => 3 * stop, continuous: false }, { gain: (figure) => figure, wanted: 4, slack: 0, monotone: true }) // 6
 * reachGain({ from: 0, count: 4, figureAt: (stop) => 3 * stop, continuous: false }, { gain: (figure) => figure, wanted: 40, slack: 0, monotone: true }) // null
 */
export function reachGain(
  path: Pick<FigurePath, 'from' | 'count' | 'figureAt' | 'continuous'>,
  options: {
    readonly gain: (figure: number) => number
    readonly wanted: number
    readonly slack: number
    readonly monotone: boolean
  },
): number | null {
  const { gain, wanted, slack, monotone } = options
  const isEnough = (number: number): boolean => gain(path.figureAt(number)) >= wanted - slack
  let stop = 1
  if (monotone) {
    let high = path.count + 1
    while (stop < high) {
      const middle = Math.floor((stop + high) / 2)
      if (isEnough(middle)) high = middle
      else stop = middle + 1
    }
  } else while (stop <= path.count && !isEnough(stop)) stop++
  if (stop > path.count) return null
  let reached = path.figureAt(stop)
  if (!path.continuous || gain(reached) < wanted) return reached
  let short = stop === 1 ? path.from : path.figureAt(stop - 1)
  for (let i = 0; i < halvings; i++) {
    const middle = short + (reached - short) / 2
    if (gain(middle) >= wanted) reached = middle
    else short = middle
  }
  return reached
}
