import { parseArgs } from 'node:util'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { z } from 'zod'
import { checkedOption, unreadable } from './checked-option.ts'

export interface ServeOptions {
  readonly workspace: string
  readonly host: string
  readonly port: number
  /** The address that people open, as a proxy in front has it. */
  readonly url: string | undefined
}

/** The options of `vitalfew serve`; also what its help lists, in this order. */
export const serveFlags = {
  workspace: { type: 'string', value: 'DIR' },
  port: { type: 'string', value: 'N' },
  host: { type: 'string', value: 'ADDRESS' },
  url: { type: 'string', value: 'URL' },
  locale: { type: 'string', value: 'zh-CN|en' },
  help: { type: 'boolean', short: 'h' },
} as const

const usualPort = 8080

/**
 * Reads the command line of `serve`.
 *
 * @throws ProductError `argument.invalid`, `server.publicAddress`
 */
export function serveOptions(words: readonly string[]): ServeOptions {
  const { workspace = './vitalfew-workspace', host = '127.0.0.1', port, url } = parsed(words)
  const schema = z.coerce.number().int().min(0).max(65_535)
  return {
    workspace,
    host,
    port: checkedOption(port, { argument: '--port', schema, expected: '0–65535' }) ?? usualPort,
    url: url === undefined ? undefined : publicOrigin(url),
  }
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: serveFlags, strict: true }).values
  } catch (cause) {
    throw unreadable(cause)
  }
}

function publicOrigin(text: string): string {
  const url = URL.parse(text)
  const isOrigin = url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === ''
  if (!isOrigin || url.username !== '') throw new ProductError('server.publicAddress', { value: text })
  return url.origin
}
