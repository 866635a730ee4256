import { locales, type Locale } from '@vitalfew/contract/locale.ts'
import { amountScales, type AmountScale } from '../design/amount-scale.ts'

export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]

export interface Preferences {
  /** null where nobody has chosen in this browser. */
  locale: Locale | null
  theme: ThemeChoice
  /** null where nobody has chosen in this browser. */
  scale: AmountScale | null
  isMenuFolded: boolean
}

const place = 'vitalfew.preferences'

/** What this browser kept; what is missing or spoilt is as on a first visit. */
export function readPreferences(): Preferences {
  return parsePreferences(stored())
}

export function writePreferences(preferences: Preferences): void {
  try {
    window.localStorage.setItem(place, JSON.stringify(preferences))
  } catch {
    // A browser that keeps nothing begins anew at every visit.
  }
}

export function parsePreferences(text: string | null): Preferences {
  const known = new Map(Object.entries(parsed(text)))
  return {
    locale: locales.find((locale) => locale === known.get('locale')) ?? null,
    theme: themeChoices.find((theme) => theme === known.get('theme')) ?? 'system',
    scale: amountScales.find((scale) => scale === known.get('scale')) ?? null,
    isMenuFolded: known.get('isMenuFolded') === true,
  }
}

/** The server wrote the page in the language the browser asked for. */
export function pageLocale(pageLanguage: string): Locale {
  return pageLanguage.toLowerCase().startsWith('en') ? 'en' : 'zh-CN'
}

function stored(): string | null {
  try {
    return window.localStorage.getItem(place)
  } catch {
    return null
  }
}

function parsed(text: string | null): object {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
