import { ProductError } from '@vitalfew/contract/errors.ts'
import type { z } from 'zod'

/** What an option of the command line has to be. */
export interface OptionRule<T> {
  readonly argument: string
  readonly schema: z.ZodType<T>
  /** What is expected, for the complaint. */
  readonly expected: string
}

/**
 * The value of an option, checked; undefined where it was not given.
 *
 * @throws ProductError `argument.invalid`
 */
export function checkedOption<T>(
  value: string | undefined,
  { argument, schema, expected }: OptionRule<T>,
): T | undefined {
  if (value === undefined) return undefined
  const result = schema.safeParse(value)
  if (!result.success) throw new ProductError('argument.invalid', { argument, value, expected })
  return result.data
}

/** What Node's own reader of command lines found wrong. */
export function unreadable(cause: unknown): ProductError {
  const text = cause instanceof Error ? cause.message : String(cause)
  const option = /'(--?[\w-]+)/.exec(text)?.[1] ?? ''
  return new ProductError('argument.invalid', { argument: option, value: option, expected: text }, { cause })
}
