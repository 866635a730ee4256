import { parseArgs } from 'node:util'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { unreadable } from './checked-option.ts'
import { speechFlags } from './sales-options.ts'

export interface WorkspaceCopyOptions {
  readonly workspace: string
  /** A ClickHouse server by its address, or a cluster by its file. */
  readonly to?: string
  /** A PostgreSQL server by its address. */
  readonly toStore?: string
  readonly json: boolean
}

/** The options of `vitalfew workspace copy`; also what its help lists, in this order. */
export const workspaceCopyFlags = {
  workspace: { type: 'string', value: 'DIR' },
  to: { type: 'string', value: 'URL|FILE' },
  'to-store': { type: 'string', value: 'URL' },
  ...speechFlags,
} as const

/**
 * Reads the command line of `workspace copy`.
 *
 * @throws ProductError `argument.invalid`
 */
export function workspaceCopyOptions(words: readonly string[]): WorkspaceCopyOptions {
  const { workspace = '', to, 'to-store': toStore, json = false } = parsed(words)
  if (workspace === '') throw missing('--workspace', '--workspace DIR')
  if (to === undefined && toStore === undefined) throw missing('--to', '--to URL|FILE, --to-store URL')
  return {
    workspace,
    json,
    ...(to === undefined ? {} : { to }),
    ...(toStore === undefined ? {} : { toStore }),
  }
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: workspaceCopyFlags, strict: true }).values
  } catch (cause) {
    throw unreadable(cause)
  }
}

function missing(argument: string, expected: string): ProductError {
  return new ProductError('argument.invalid', { argument, value: '', expected })
}
