/** The same words in both languages of the samples. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}

export const sampleLocales = ['zh-CN', 'en'] as const
export type SampleLocale = (typeof sampleLocales)[number]

export function bilingual(zh: string, en: string): Bilingual {
  return { zh, en }
}

export function inLocale(words: Bilingual, locale: SampleLocale): string {
  return locale === 'en' ? words.en : words.zh
}
