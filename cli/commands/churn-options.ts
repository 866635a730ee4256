import { parseArgs } from 'node:util'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { defaultChurnMonths } from '@vitalfew/contract/churn.ts'
import { z } from 'zod'
import { checkedOption, unreadable } from './checked-option.ts'
import { salesFlags, type SalesOptions, salesOptions, speechFlags } from './sales-options.ts'

export interface ChurnOptions extends SalesOptions {
  /** Where to write churn.json, warnings.csv and win-back.csv; nowhere where absent. */
  readonly out?: string
  readonly horizonMonths: number
  readonly contracts?: string
  readonly tickets?: string
  /** Headers of the columns of the contracts that the risk is explained by; chosen where empty. */
  readonly factors: readonly string[]
}

/** The options of `vitalfew churn`; also what its help lists, in this order. */
export const churnFlags = {
  out: { type: 'string', value: 'DIR' },
  horizon: { type: 'string', value: '6m' },
  contracts: { type: 'string', value: 'FILE' },
  factors: { type: 'string', value: 'HEADER,…' },
  tickets: { type: 'string', value: 'FILE' },
  ...salesFlags,
  ...speechFlags,
} as const

/**
 * Reads the command line of `churn`, completed by the file named with `--config`; the command line wins.
 *
 * @throws ProductError `argument.invalid`, `config.notFound`, `config.invalid`
 */
export async function churnOptions(words: readonly string[]): Promise<ChurnOptions> {
  const { values, positionals } = parsed(words)
  const { options } = await salesOptions(values, positionals)
  const horizon = checkedOption(values.horizon, {
    argument: '--horizon',
    schema: z.string().regex(/^\d{1,2}m?$/i),
    expected: '6m, 12m',
  })
  const horizonMonths = horizon === undefined ? defaultChurnMonths : Number.parseInt(horizon, 10)
  if (horizonMonths < 1 || horizonMonths > 60) {
    throw new ProductError('argument.invalid', { argument: '--horizon', value: horizon ?? '', expected: '1m … 60m' })
  }
  return {
    ...options,
    horizonMonths,
    factors: (values.factors ?? '')
      .split(',')
      .map((header) => header.trim())
      .filter((header) => header !== ''),
    ...(values.out === undefined ? {} : { out: values.out }),
    ...(values.contracts === undefined ? {} : { contracts: values.contracts }),
    ...(values.tickets === undefined ? {} : { tickets: values.tickets }),
  }
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: churnFlags, allowPositionals: true, strict: true })
  } catch (cause) {
    throw unreadable(cause)
  }
}
