import { createContext, use, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { Locale } from '@vitalfew/contract/locale.ts'
import type { AmountScale } from '../design/amount-scale.ts'
import { readPreferences, writePreferences, type Preferences, type ThemeChoice } from './stored-preferences.ts'

interface PreferencesInUse extends Preferences {
  isDark: boolean
  setLocale: (locale: Locale) => void
  setTheme: (theme: ThemeChoice) => void
  setScale: (scale: AmountScale) => void
  setMenuFolded: (isFolded: boolean) => void
}

const PreferencesContext = createContext<PreferencesInUse | null>(null)

/** How this browser shows the product; a change is seen at once and kept for the next visit. */
export function PreferencesProvider(props: { children: ReactNode }) {
  const [preferences, setPreferences] = useState(() => readPreferences(document.documentElement.lang))
  const systemIsDark = useSystemDark()
  const isDark = preferences.theme === 'system' ? systemIsDark : preferences.theme === 'dark'
  useEffect(() => {
    writePreferences(preferences)
    document.documentElement.lang = preferences.locale
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
  }, [preferences, isDark])
  const inUse = useMemo(() => {
    const change = (part: Partial<Preferences>) => setPreferences((known) => ({ ...known, ...part }))
    return {
      ...preferences,
      isDark,
      setLocale: (locale: Locale) => change({ locale }),
      setTheme: (theme: ThemeChoice) => change({ theme }),
      setScale: (scale: AmountScale) => change({ scale }),
      setMenuFolded: (isMenuFolded: boolean) => change({ isMenuFolded }),
    }
  }, [preferences, isDark])
  return <PreferencesContext value={inUse}>{props.children}</PreferencesContext>
}

export function usePreferences(): PreferencesInUse {
  const preferences = use(PreferencesContext)
  if (preferences === null) throw new Error('usePreferences needs a PreferencesProvider above it')
  return preferences
}

const darkQuery = '(prefers-color-scheme: dark)'

function useSystemDark(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(darkQuery)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => window.matchMedia(darkQuery).matches,
  )
}
