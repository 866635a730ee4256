import { createHash } from 'node:crypto'
import { countAttempt } from '@vitalfew/domain/access/index.ts'
import type { ApiContext } from '../api-context.ts'

/** What can be tried out by guessing. */
interface Attempt {
  readonly what: 'sign-in' | 'second-factor' | 'password' | 'link' | 'setup'
  /** Whose; empty where that is not known. */
  readonly account: string
}

const perAccount = { most: 5, windowSeconds: 60 } as const
const perAddress = { most: 30, windowSeconds: 60 } as const

/**
 * Counts an attempt at guessing, for the account and for the address it comes from.
 *
 * @throws ProductError `request.tooMany`
 */
export async function limitAttempts(context: ApiContext, { what, account }: Attempt): Promise<void> {
  const { database, clientAddress } = context
  await countAttempt(database, { key: `${what}:from:${digest(clientAddress)}`, ...perAddress })
  if (account === '') return
  await countAttempt(database, { key: `${what}:of:${digest(account.toLowerCase())}`, ...perAccount })
}

/** The table of limits is no list of who tried. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
