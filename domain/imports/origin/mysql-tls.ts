import { ProductError } from '@vitalfew/contract/errors.ts'
import type { SslOptions } from 'mysql2'

const modes = ['disabled', 'required', 'verify_ca', 'verify_identity'] as const

/**
 * What the address asks of TLS, in the words of MySQL's own clients (`?ssl-mode=VERIFY_IDENTITY`); undefined is without.
 * Whatever else stands behind the `?` is refused, lest somebody thinks that it was heeded.
 *
 * @throws ProductError `argument.invalid`
 */
export function mysqlTls(url: URL): SslOptions | undefined {
  let mode: (typeof modes)[number] = 'disabled'
  for (const [name, value] of url.searchParams) {
    const found = modes.find((one) => one === value.toLowerCase().replaceAll('-', '_'))
    if (name.toLowerCase() !== 'ssl-mode' || found === undefined) {
      const expected = modes.map((one) => `ssl-mode=${one.toUpperCase()}`).join(', ')
      throw new ProductError('argument.invalid', { argument: url.host, value: name, expected })
    }
    mode = found
  }
  if (mode === 'disabled') return undefined
  if (mode === 'required') return { rejectUnauthorized: false }
  return { rejectUnauthorized: true, verifyIdentity: mode === 'verify_identity' }
}
