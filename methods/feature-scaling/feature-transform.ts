import { symmetricLog } from '../scoring/symmetric-log.ts'
import { yeoJohnson, yeoJohnsonLambda } from './yeo-johnson.ts'

export const featureTransforms = ['none', 'log', 'yeo-johnson'] as const
export type FeatureTransform = (typeof featureTransforms)[number]

/** A transform as it came out for a column: the logarithm depends on whether there are zeros or negative figures. */
export type FittedTransform =
  | { readonly kind: 'none' | 'log' | 'log1p' | 'symmetric-log' }
  | { readonly kind: 'yeo-johnson'; readonly lambda: number }

/**
 * What a transform is for a column. The logarithm is ln x where all figures are above 0, ln(1 + x) where some are 0, and
 * sign(x) · ln(1 + |x|) where some are below; Yeo and Johnson's power is fitted by maximum likelihood.
 *
 * @param figures finite; NaN = unknown, does not take part
 * @param transform asked for
 * @example
 * fitTransform([1, 10], 'log') // { kind: 'log' }
 * fitTransform([0, NaN, 10], 'log') // { kind: 'log1p' }
 * fitTransform([-1, 10], 'log') // { kind: 'symmetric-log' }
 */
export function fitTransform(figures: ArrayLike<number>, transform: FeatureTransform): FittedTransform {
  if (transform === 'none') return { kind: 'none' }
  if (transform === 'yeo-johnson') return { kind: 'yeo-johnson', lambda: yeoJohnsonLambda(figures) }
  let least = Infinity
  for (let i = 0; i < figures.length; i++) {
    const value = figures[i] ?? Number.NaN
    if (value < least) least = value
  }
  if (least > 0) return { kind: 'log' }
  return { kind: least === 0 ? 'log1p' : 'symmetric-log' }
}

/**
 * A column through a transform.
 *
 * @param figures NaN stays NaN
 * @param fitted by {@link fitTransform}
 * @example
 * transformedColumn([1, NaN], { kind: 'log' }) // Float64Array.of(0, NaN)
 * transformedColumn([3], { kind: 'yeo-johnson', lambda: 0.5 }) // Float64Array.of(2)
 */
export function transformedColumn(figures: ArrayLike<number>, fitted: FittedTransform): Float64Array {
  switch (fitted.kind) {
    case 'none':
      return new Float64Array(figures)
    case 'log':
      return turned(figures, Math.log)
    case 'log1p':
      return turned(figures, Math.log1p)
    case 'symmetric-log':
      return turned(figures, symmetricLog)
    case 'yeo-johnson':
      return turned(figures, (value) => yeoJohnson(value, fitted.lambda))
  }
}

function turned(figures: ArrayLike<number>, turn: (value: number) => number): Float64Array {
  const values = new Float64Array(figures.length)
  for (let i = 0; i < values.length; i++) values[i] = turn(figures[i] ?? Number.NaN)
  return values
}
