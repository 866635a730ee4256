import { createContext, use, useMemo, type ReactNode } from 'react'
import { translator, type Locale, type Translate } from '@vitalfew/contract/locale.ts'
import type { AmountScale } from './amount-scale.ts'
import { formats, type Formats } from './formats.ts'

/** Who reads: the language, the words in it, and how numbers are written. */
export interface Reader {
  locale: Locale
  scale: AmountScale
  t: Translate
  format: Formats
}

const ReaderContext = createContext<Reader | null>(null)

interface ReaderChoices {
  locale: Locale
  currency: string
  scale: AmountScale
  /** Where the hours of an instant are told; UTC unless said. */
  timeZone?: string
}

export function ReaderProvider(props: ReaderChoices & { children: ReactNode }) {
  const { locale, currency, scale, timeZone = 'UTC' } = props
  const reader = useMemo(() => readerOf({ locale, currency, scale, timeZone }), [locale, currency, scale, timeZone])
  return <ReaderContext value={reader}>{props.children}</ReaderContext>
}

function readerOf(choices: ReaderChoices): Reader {
  const t = translator(choices.locale)
  return { locale: choices.locale, scale: choices.scale, t, format: formats({ ...choices, t }) }
}

export function useReader(): Reader {
  const reader = use(ReaderContext)
  if (reader === null) throw new Error('useReader needs a ReaderProvider above it')
  return reader
}
