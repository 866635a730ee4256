import { parseArgs } from 'node:util'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { Measure, measures } from '@vitalfew/contract/run.ts'
import { checkedOption, unreadable } from './checked-option.ts'
import { salesFlags, type SalesOptions, salesOptions, speechFlags } from './sales-options.ts'

export interface AnalyzeOptions extends SalesOptions {
  readonly out: string
  readonly measure: Measure
  readonly abc: readonly [number, number]
}

/** The options of `vitalfew analyze`; also what its help lists, in this order. */
export const analyzeFlags = {
  out: { type: 'string', value: 'DIR' },
  ...salesFlags,
  measure: { type: 'string', value: measures.join('|') },
  abc: { type: 'string', value: 'A,B' },
  ...speechFlags,
} as const

export const defaultOut = './vitalfew-report'

/**
 * Reads the command line of `analyze`, completed by the file named with `--config`; the command line wins.
 *
 * @throws ProductError `argument.invalid`, `config.notFound`, `config.invalid`
 */
export async function analyzeOptions(words: readonly string[]): Promise<AnalyzeOptions> {
  const { values, positionals } = parsed(words)
  const { options, config } = await salesOptions(values, positionals)
  const measure = checkedOption(values.measure, {
    argument: '--measure',
    schema: Measure,
    expected: measures.join(', '),
  })
  return {
    ...options,
    out: values.out ?? defaultOut,
    measure: measure ?? config.measure ?? 'netRevenue',
    abc: cuts(values.abc) ?? config.abc ?? [0.8, 0.95],
  }
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: analyzeFlags, allowPositionals: true, strict: true })
  } catch (cause) {
    throw unreadable(cause)
  }
}

function cuts(text: string | undefined): [number, number] | undefined {
  if (text === undefined) return undefined
  const [first = Number.NaN, second = Number.NaN, ...more] = text.split(',').map(Number)
  if (more.length > 0 || !(first > 0 && first < second && second < 1)) {
    throw new ProductError('argument.invalid', { argument: '--abc', value: text, expected: '0.8,0.95' })
  }
  return [first, second]
}
