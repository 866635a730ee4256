import { createHash, randomBytes } from 'node:crypto'

/** 256 bits that nobody guesses, in signs that fit an address. */
export function newToken(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url')
}

/** What is kept of a token: enough to know it again, not to use it. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
