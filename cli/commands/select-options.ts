import { parseArgs } from 'node:util'
import { z } from 'zod'
import { checkedOption, unreadable } from './checked-option.ts'
import { dayOption, salesFlags, type SalesOptions, salesOptions, speechFlags } from './sales-options.ts'

export interface SelectOptions extends SalesOptions {
  readonly model?: string
  readonly challenger?: string
  readonly scores?: string
  readonly figures?: string
  readonly author?: string
  readonly evidence?: string
  readonly out?: string
  readonly seed?: number
  readonly top?: number
}

/** The options of `vitalfew select`, in the order of the help. */
export const selectFlags = {
  model: { type: 'string', value: 'FILE|NAME' },
  scores: { type: 'string', value: 'FILE' },
  figures: { type: 'string', value: 'FILE' },
  author: { type: 'string', value: 'NAME' },
  evidence: { type: 'string', value: 'DIR' },
  out: { type: 'string', value: 'DIR' },
  seed: { type: 'string', value: 'N' },
  challenger: { type: 'string', value: 'FILE|NAME' },
  top: { type: 'string', value: 'N' },
  ...salesFlags,
  ...speechFlags,
} as const

const Whole = z.coerce.number().int().min(-2_147_483_648).max(2_147_483_647)

/** @throws ProductError `argument.invalid`, `config.notFound`, `config.invalid` */
export async function selectOptions(words: readonly string[]): Promise<SelectOptions> {
  const { values, positionals } = parsed(words)
  const { options } = await salesOptions(values, positionals)
  const { model, challenger, scores, figures, author, evidence, out } = values
  const seed = checkedOption(values.seed, { argument: '--seed', schema: Whole, expected: '1, 2, 3 …' })
  const top = checkedOption(values.top, { argument: '--top', schema: Whole.positive(), expected: '10, 50 …' })
  return {
    ...options,
    ...(model === undefined ? {} : { model }),
    ...(challenger === undefined ? {} : { challenger }),
    ...(scores === undefined ? {} : { scores }),
    ...(figures === undefined ? {} : { figures }),
    ...(author === undefined ? {} : { author }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(out === undefined ? {} : { out }),
    ...(seed === undefined ? {} : { seed }),
    ...(top === undefined ? {} : { top }),
  }
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: selectFlags, allowPositionals: true, strict: true })
  } catch (cause) {
    throw unreadable(cause)
  }
}

export interface OverrideOptions {
  readonly workspace: string | undefined
  readonly model: string | undefined
  readonly account: string | undefined
  readonly tier: string | undefined
  readonly reason: string | undefined
  readonly author: string | undefined
  readonly from: string | undefined
  readonly until: string | undefined
  readonly remove: number | undefined
  readonly list: boolean
  readonly json: boolean
}

/** The options of `vitalfew select override`, in the order of the help. */
export const overrideFlags = {
  workspace: { type: 'string', value: 'DIR' },
  model: { type: 'string', value: 'FILE|NAME' },
  account: { type: 'string', value: 'ACCOUNT' },
  tier: { type: 'string', value: 'TIER' },
  reason: { type: 'string', value: 'TEXT' },
  author: { type: 'string', value: 'NAME' },
  from: { type: 'string', value: 'DATE' },
  until: { type: 'string', value: 'DATE' },
  list: { type: 'boolean' },
  remove: { type: 'string', value: 'N' },
  locale: speechFlags.locale,
  json: speechFlags.json,
  help: speechFlags.help,
} as const

/** @throws ProductError `argument.invalid` */
export function overrideOptions(words: readonly string[]): OverrideOptions {
  const { values } = parsedOverride(words)
  const { workspace, model, account, tier, reason, author } = values
  return {
    workspace,
    model,
    account,
    tier,
    reason,
    author,
    from: dayOption('--from', values.from),
    until: dayOption('--until', values.until),
    remove: checkedOption(values.remove, { argument: '--remove', schema: Whole, expected: '1, 2, 3 …' }),
    list: values.list ?? false,
    json: values.json ?? false,
  }
}

function parsedOverride(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: overrideFlags, allowPositionals: false, strict: true })
  } catch (cause) {
    throw unreadable(cause)
  }
}
