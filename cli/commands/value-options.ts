import { parseArgs } from 'node:util'
import { defaultValueSettings, TimeUnit, timeUnits, valueModels } from '@vitalfew/contract/customer-value.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { ValueSettings } from '@vitalfew/domain/customer-value/index.ts'
import { z } from 'zod'
import { checkedOption, unreadable } from './checked-option.ts'
import { dayOption, salesFlags, type SalesOptions, salesOptions, speechFlags } from './sales-options.ts'

export interface ValueOptions extends SalesOptions {
  /** Where to write values.csv and value.json; nowhere where absent. */
  readonly out?: string
  /** A table of x, t_x and T to take in the place of sales files. */
  readonly summary?: string
  readonly settings: Omit<ValueSettings, 'currency' | 'locale'>
}

const purchaseModels = valueModels.filter((name) => name !== 'gamma-gamma')

/** The options of `vitalfew value`; also what its help lists, in this order. */
export const valueFlags = {
  out: { type: 'string', value: 'DIR' },
  summary: { type: 'string', value: 'FILE' },
  unit: { type: 'string', value: timeUnits.join('|') },
  'calibrate-until': { type: 'string', value: 'DATE' },
  'holdout-until': { type: 'string', value: 'DATE' },
  model: { type: 'string', value: 'auto|all|NAME' },
  horizon: { type: 'string', value: '12m' },
  discount: { type: 'string', value: '0.1' },
  margin: { type: 'string', value: '0.3' },
  'positive-only': { type: 'boolean' },
  'spend-without-first': { type: 'boolean' },
  ...salesFlags,
  ...speechFlags,
} as const

/**
 * Reads the command line of `value`, completed by the file named with `--config`; the command line wins.
 *
 * @throws ProductError `argument.invalid`, `config.notFound`, `config.invalid`
 */
export async function valueOptions(words: readonly string[]): Promise<ValueOptions> {
  const { values, positionals } = parsed(words)
  const { options } = await salesOptions(values, positionals)
  const { unit, model } = defaultValueSettings
  return {
    ...options,
    settings: {
      unit:
        checkedOption(values.unit, { argument: '--unit', schema: TimeUnit, expected: timeUnits.join(', ') }) ?? unit,
      model: checkedOption(values.model, modelRule) ?? model,
      horizonMonths: horizonMonths(values.horizon) ?? defaultValueSettings.horizonMonths,
      discount: amount('--discount', values.discount, { most: 10 }) ?? defaultValueSettings.discount,
      margin: amount('--margin', values.margin, { most: 1 }),
      calibrateUntil: dayOption('--calibrate-until', values['calibrate-until']),
      holdoutUntil: dayOption('--holdout-until', values['holdout-until']),
      positiveOnly: values['positive-only'] ?? false,
      firstSpendCounts: !(values['spend-without-first'] ?? false),
    },
    ...(values.out === undefined ? {} : { out: values.out }),
    ...(values.summary === undefined ? {} : { summary: values.summary }),
  }
}

const modelRule = {
  argument: '--model',
  schema: z.enum(['auto', 'all', ...purchaseModels]),
  expected: ['auto', 'all', ...purchaseModels].join(', '),
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: valueFlags, allowPositionals: true, strict: true })
  } catch (cause) {
    throw unreadable(cause)
  }
}

const monthsOf = { d: 1 / 30.4375, w: 7 / 30.4375, m: 1, y: 12 } as const
const longestMonths = 1200

/** `12m`, `39w`, `270d`, `3y`; a number alone means months. */
function horizonMonths(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const [, number, letter = 'm'] = /^(\d+(?:\.\d+)?)([dwmy])?$/i.exec(text.trim()) ?? []
  const unit = z.enum(['d', 'w', 'm', 'y']).safeParse(letter.toLowerCase())
  const months = unit.success ? Number(number) * monthsOf[unit.data] : Number.NaN
  if (months > 0 && months <= longestMonths) return months
  throw new ProductError('argument.invalid', { argument: '--horizon', value: text, expected: '12m, 39w, 270d, 3y' })
}

/** A share such as 0.3 or 30%. */
function amount(argument: string, text: string | undefined, { most }: { readonly most: number }): number | undefined {
  if (text === undefined) return undefined
  const [, number, percent] = /^(\d*\.?\d+)(%?)$/.exec(text.trim()) ?? []
  const value = Number(number) / (percent === '%' ? 100 : 1)
  if (value >= 0 && value <= most) return value
  throw new ProductError('argument.invalid', { argument, value: text, expected: `0 … ${most}` })
}
