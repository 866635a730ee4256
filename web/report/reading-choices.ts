import { locales, type Locale } from '@vitalfew/contract/locale.ts'
import { amountScales, type AmountScale } from '../design/amount-scale.ts'

/** What a reader chose; kept in the address so that a copied link shows the same page. */
export interface ReadingChoices {
  locale?: Locale | undefined
  scale?: AmountScale | undefined
}

/** `#lang=en&unit=middle` → choices; anything unknown is left out. */
export function readChoices(hash: string): ReadingChoices {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''))
  return {
    locale: locales.find((locale) => locale === parameters.get('lang')),
    scale: amountScales.find((scale) => scale === parameters.get('unit')),
  }
}

export function writeChoices(choices: ReadingChoices): string {
  const parameters = new URLSearchParams()
  if (choices.locale !== undefined) parameters.set('lang', choices.locale)
  if (choices.scale !== undefined) parameters.set('unit', choices.scale)
  const text = parameters.toString()
  return text === '' ? '' : `#${text}`
}
