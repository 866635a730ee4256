import { parseArgs } from 'node:util'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { unreadable } from './checked-option.ts'

export interface BackupOptions {
  readonly workspace: string
  /** Where the backup is written to or read from. */
  readonly place: string
}

const speech = { locale: { type: 'string', value: 'zh-CN|en' }, help: { type: 'boolean', short: 'h' } } as const
const workspace = { type: 'string', value: 'DIR' } as const
const place = { type: 'string', value: 'FILE' } as const

/** The options of `vitalfew backup` or of `vitalfew restore`; also what its help lists, in this order. */
export function backupFlags(command: 'backup' | 'restore') {
  return command === 'backup' ? { workspace, to: place, ...speech } : { from: place, workspace, ...speech }
}

/**
 * Reads the command line of `backup` or of `restore`.
 *
 * @throws ProductError `argument.invalid`
 */
export function backupOptions(words: readonly string[], command: 'backup' | 'restore'): BackupOptions {
  const values = parsed(words, command)
  const placed = command === 'backup' ? 'to' : 'from'
  const found = { workspace: textOf(values['workspace']), place: textOf(values[placed]) }
  if (found.workspace === '') throw missing('--workspace', '--workspace DIR')
  if (found.place === '') throw missing(`--${placed}`, `--${placed} FILE`)
  return found
}

function parsed(words: readonly string[], command: 'backup' | 'restore'): Readonly<Record<string, unknown>> {
  try {
    return parseArgs({ args: [...words], options: backupFlags(command), strict: true }).values
  } catch (cause) {
    throw unreadable(cause)
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function missing(argument: string, expected: string): ProductError {
  return new ProductError('argument.invalid', { argument, value: '', expected })
}
