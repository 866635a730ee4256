import { parseArgs } from 'node:util'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { Measure, measures, SparePart, spareParts } from '@vitalfew/contract/run.ts'
import { checkedOption, unreadable } from './checked-option.ts'
import { salesFlags, type SalesOptions, salesOptions, speechFlags } from './sales-options.ts'

export interface AnalyzeOptions extends SalesOptions {
  readonly out: string
  readonly measure: Measure
  readonly abc: readonly [number, number]
  readonly without: readonly SparePart[]
}

/** The options of `vitalfew analyze`; also what its help lists, in this order. */
export const analyzeFlags = {
  out: { type: 'string', value: 'DIR' },
  ...salesFlags,
  measure: { type: 'string', value: measures.join('|') },
  abc: { type: 'string', value: 'A,B' },
  without: { type: 'string', value: spareParts.join(',') },
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
    without: leftOut(values.without),
  }
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: analyzeFlags, allowPositionals: true, strict: true })
  } catch (cause) {
    throw unreadable(cause)
  }
}

function leftOut(text: string | undefined): SparePart[] {
  const found = SparePart.array().safeParse(text?.split(',').map((part) => part.trim()) ?? [])
  if (found.success) return found.data
  throw new ProductError('argument.invalid', {
    argument: '--without',
    value: text ?? '',
    expected: spareParts.join(','),
  })
}

function cuts(text: string | undefined): [number, number] | undefined {
  if (text === undefined) return undefined
  const [first = Number.NaN, second = Number.NaN, ...more] = text.split(',').map(Number)
  if (more.length > 0 || !(first > 0 && first < second && second < 1)) {
    throw new ProductError('argument.invalid', { argument: '--abc', value: text, expected: '0.8,0.95' })
  }
  return [first, second]
}
