import { parseArgs } from 'node:util'
import { ProductError } from '@vitalfew/contract/errors.ts'
import {
  affinityBaskets,
  behaviourAnalyses,
  type BehaviourAnalysis,
  cohortPeriods,
  itemLevels,
} from '@vitalfew/contract/purchase-behaviour.ts'
import { funnelOrders } from '@vitalfew/contract/purchase-funnel.ts'
import { type TrendCut, trendCuts } from '@vitalfew/contract/purchase-trends.ts'
import { z } from 'zod'
import { checkedOption, unreadable } from './checked-option.ts'
import { salesFlags, type SalesOptions, salesOptions, speechFlags } from './sales-options.ts'

export interface BehaviourOptions extends Omit<SalesOptions, 'level'> {
  readonly analysis: BehaviourAnalysis
  /** Where to write behaviour.json and its tables; nowhere where absent. */
  readonly out?: string
  readonly period: (typeof cohortPeriods)[number]
  readonly level?: (typeof itemLevels)[number]
  readonly basket?: (typeof affinityBaskets)[number]
  readonly minSupport?: number
  /** Columns that cases or sales are told apart by. */
  readonly by: readonly string[]
  /** Tables that tell more of what the columns of the events name. */
  readonly joined: readonly string[]
  readonly stages: readonly string[]
  readonly order: (typeof funnelOrders)[number]
  /**
   * What a funnel is of: events and opportunities, or the purchases that sales tell of. Where nobody says: a file tells
   * of events, a workspace of those that were imported, and where none were, of sales.
   */
  readonly kind?: (typeof funnelKinds)[number]
  readonly windowDays?: number
  readonly horizonMonths: number
  /** Rows of lists; what it means in the end is up to the analysis. */
  readonly top: number
}

const funnelKinds = ['events', 'sales'] as const

/** `--level` is about products here, and not about accounts. */
const { level: _level, ...salesFlagsWithoutLevel } = salesFlags

/** The options of `vitalfew behaviour`; also what its help lists, in this order. */
export const behaviourFlags = {
  out: { type: 'string', value: 'DIR' },
  top: { type: 'string', value: '200' },
  period: { type: 'string', value: cohortPeriods.join('|') },
  level: { type: 'string', value: itemLevels.join('|') },
  basket: { type: 'string', value: affinityBaskets.join('|') },
  'min-support': { type: 'string', value: '0.01' },
  by: { type: 'string', value: 'COLUMN,…' },
  horizon: { type: 'string', value: '12m' },
  with: { type: 'string', multiple: true, value: 'FILE' },
  stages: { type: 'string', value: 'STAGE,…' },
  order: { type: 'string', value: funnelOrders.join('|') },
  kind: { type: 'string', value: funnelKinds.join('|') },
  window: { type: 'string', value: '90d' },
  ...salesFlagsWithoutLevel,
  ...speechFlags,
} as const

const mostRows = 10_000

/**
 * Reads the command line of `behaviour`.
 *
 * @throws ProductError `argument.invalid`, `config.notFound`, `config.invalid`
 */
export async function behaviourOptions([word = '', ...words]: readonly string[]): Promise<BehaviourOptions> {
  const analysis = behaviourAnalyses.find((name) => name === word)
  if (analysis === undefined) {
    const expected = behaviourAnalyses.join(', ')
    throw new ProductError('argument.invalid', { argument: 'ANALYSIS', value: word, expected })
  }
  const { values, positionals } = parsed(words)
  const { options } = await salesOptions({ ...values, level: undefined }, positionals)
  const kind = choice('--kind', values.kind, funnelKinds)
  if (positionals.length === 0 && options.workspace === undefined) {
    const expected = `vitalfew behaviour ${analysis} FILE …`
    throw new ProductError('argument.invalid', { argument: 'FILE', value: '', expected })
  }
  const windowDays = numberOption('--window', values.window, { pattern: /^(\d{1,5})d?$/, least: 0, most: 36_500 })
  const minSupport = numberOption('--min-support', values['min-support'], { pattern: /^(\d*\.?\d+)$/, most: 1 })
  const basket = choice('--basket', values.basket, affinityBaskets)
  const level = choice('--level', values.level, itemLevels)
  const { level: _account, ...ofSales } = options
  return {
    ...ofSales,
    analysis,
    period: choice('--period', values.period, cohortPeriods) ?? 'month',
    order: choice('--order', values.order, funnelOrders) ?? 'ordered',
    by: list(values.by),
    stages: list(values.stages),
    joined: values.with ?? [],
    horizonMonths: numberOption('--horizon', values.horizon, { pattern: /^(\d{1,2})m?$/i, least: 1, most: 60 }) ?? 12,
    top: numberOption('--top', values.top, { pattern: /^(\d{1,5})$/, least: 1, most: mostRows }) ?? 200,
    ...(kind === undefined ? {} : { kind }),
    ...(basket === undefined ? {} : { basket }),
    ...(level === undefined ? {} : { level }),
    ...(minSupport === undefined ? {} : { minSupport }),
    ...(windowDays === undefined ? {} : { windowDays }),
    ...(values.out === undefined ? {} : { out: values.out }),
  }
}

/** What `--by` may name where sales are told apart. */
export function trendCutsOf(by: readonly string[]): TrendCut[] {
  return by.flatMap((name) => choice('--by', name, trendCuts) ?? [])
}

function choice<T extends string>(argument: string, value: string | undefined, names: readonly T[]): T | undefined {
  return checkedOption(value, { argument, schema: z.enum(names), expected: names.join(', ') })
}

function list(text: string | undefined): string[] {
  return (text ?? '').split(/[,，]/).flatMap((item) => (item.trim() === '' ? [] : [item.trim()]))
}

function numberOption(
  argument: string,
  text: string | undefined,
  { pattern, least = 0, most }: { readonly pattern: RegExp; readonly least?: number; readonly most: number },
): number | undefined {
  if (text === undefined) return undefined
  const value = Number(pattern.exec(text.trim())?.[1])
  if (value >= least && value <= most) return value
  throw new ProductError('argument.invalid', { argument, value: text, expected: `${least} … ${most}` })
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: behaviourFlags, allowPositionals: true, strict: true })
  } catch (cause) {
    throw unreadable(cause)
  }
}
