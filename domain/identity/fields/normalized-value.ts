import { isPlaceholder } from '../../imports/index.ts'
import type { FieldKind } from './field-kind.ts'
import { phoneExtension } from './field-lexicon.ts'
import { isPlainText } from './plain-text.ts'

/** Longer texts always say something. */
const longestPlaceholder = 14

/** A value as it is compared: '' where it says nothing. */
export function normalizedValue(kind: FieldKind, raw: string): string {
  const isPlain = isPlainText(raw)
  const text = isPlain ? raw : raw.normalize('NFKC').trim().toLowerCase()
  const isNumber = text >= '0' && text < ':'
  if (!isNumber && text.length <= longestPlaceholder && isPlaceholder(text)) return ''
  switch (kind) {
    case 'email':
      return text.includes('@') ? text.replace(/\s+/g, '').replace(/^mailto:/, '') : ''
    case 'phone':
      return phoneDigits(text)
    case 'creditCode':
      return text.replace(/[\s-]/g, '').toUpperCase()
    case 'date':
      return dateDigits(text)
    case 'number':
      return text.replace(/\.0+$/, '').replace(/[\s\-./]+/g, '')
    case 'company':
      return text
    default:
      return isPlain ? text : text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  }
}

/** Digits of a phone number without the trunk prefix and the code of China; an extension is left out. */
function phoneDigits(text: string): string {
  const [number = ''] = text.split(phoneExtension)
  const digits = number.replace(/\D/g, '').replace(/^(00)?86(?=1\d{10}$|0?\d{9,11}$)/, '')
  const local = digits.replace(/^0+/, '')
  if (local.length < 5 || /^(\d)\1+$/.test(local)) return ''
  return /^13800138000$|^13800000000$|^12345678/.test(local) ? '' : local
}

/** Year, month and day as eight digits where a text has them in a known order; else its digits. */
function dateDigits(text: string): string {
  const parts = text.replace(/[t ]\d{1,2}:.*$/, '').match(/\d+/g) ?? []
  const [a = '', b = '', c = ''] = parts
  if (parts.length === 1) return a
  if (a.length === 4) return a + b.padStart(2, '0') + c.padStart(2, '0')
  if (c.length === 4) return c + b.padStart(2, '0') + a.padStart(2, '0')
  return parts.join('')
}
