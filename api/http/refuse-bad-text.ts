import { ProductError } from '@vitalfew/contract/errors.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'

/**
 * Refuses texts that the store cannot keep and no person writes: with the sign NUL, or with half of a sign.
 *
 * @throws ProductError `request.invalid`
 */
export function refuseBadText(input: unknown, locale: Locale): void {
  const found = badField(input, '')
  if (found === undefined) return
  throw new ProductError('request.invalid', { field: found, problem: translator(locale)('errors.request.unreadable') })
}

function badField(value: unknown, field: string): string | undefined {
  if (typeof value === 'string') return isBad(value) ? field : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const found = isBad(key) ? field : badField(inner, field === '' ? key : `${field}.${key}`)
    if (found !== undefined) return found
  }
  return undefined
}

function isBad(text: string): boolean {
  return text.includes('\0') || !text.isWellFormed()
}
