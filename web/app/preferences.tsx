import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import type { Locale } from '@vitalfew/contract/locale.ts'
import type { AmountScale } from '../design/amount-scale.ts'
import {
  pageLocale,
  readPreferences,
  writePreferences,
  type Preferences,
  type ThemeChoice,
} from './stored-preferences.ts'

/** How things are where nobody has chosen: by the person's own settings, or by those of the workspace. */
interface Offered {
  locale: Locale
  scale: AmountScale
}

interface PreferencesInUse extends Preferences, Offered {
  locale: Locale
  scale: AmountScale
  isDark: boolean
  /** Says what counts until somebody chooses in this browser; always the same function, so that effects may call it. */
  offer: (part: Partial<Offered>) => void
  setLocale: (locale: Locale) => void
  setTheme: (theme: ThemeChoice) => void
  setScale: (scale: AmountScale) => void
  setMenuFolded: (isFolded: boolean) => void
}

const PreferencesContext = createContext<PreferencesInUse | null>(null)

/** How this browser shows the product; a change is seen at once and kept for the next visit. */
export function PreferencesProvider(props: { children: ReactNode }) {
  const [preferences, setPreferences] = useState(readPreferences)
  const [offered, setOffered] = useState<Offered>(() => ({
    locale: pageLocale(document.documentElement.lang),
    scale: 'middle',
  }))
  const systemIsDark = useSystemDark()
  const isDark = preferences.theme === 'system' ? systemIsDark : preferences.theme === 'dark'
  const locale = preferences.locale ?? offered.locale
  const scale = preferences.scale ?? offered.scale
  useEffect(() => {
    writePreferences(preferences)
    document.documentElement.lang = locale
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
  }, [preferences, locale, isDark])
  const offer = useCallback((part: Partial<Offered>) => setOffered((known) => ({ ...known, ...part })), [])
  const inUse = useMemo(() => {
    const change = (part: Partial<Preferences>) => setPreferences((known) => ({ ...known, ...part }))
    return {
      ...preferences,
      locale,
      scale,
      isDark,
      offer,
      setLocale: (chosen: Locale) => change({ locale: chosen }),
      setTheme: (theme: ThemeChoice) => change({ theme }),
      setScale: (chosen: AmountScale) => change({ scale: chosen }),
      setMenuFolded: (isMenuFolded: boolean) => change({ isMenuFolded }),
    }
  }, [preferences, locale, scale, isDark, offer])
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
