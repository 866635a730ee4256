import { type Locale, locales } from '@vitalfew/contract/locale.ts'

/** The language that a browser asks for: the first of ours that it names, and Chinese where it names none. */
export function requestLocale(headers: Headers): Locale {
  const wanted = (headers.get('accept-language') ?? '').split(',').map((part) => part.split(';')[0]?.trim() ?? '')
  for (const tag of wanted) {
    if (/^zh\b/i.test(tag)) return 'zh-CN'
    if (/^en\b/i.test(tag)) return 'en'
  }
  return locales[0]
}
