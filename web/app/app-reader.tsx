import { useSuspenseQuery } from '@tanstack/react-query'
import type { Settings } from '@vitalfew/contract/api/settings.ts'
import { createContext, use, useEffect, useLayoutEffect, useState, type ReactNode } from 'react'
import { noCurrency, type AmountScale } from '../design/amount-scale.ts'
import { PrintingProvider } from '../design/printing.tsx'
import { ReaderProvider } from '../design/reader.tsx'
import { api } from './api.ts'
import { usePreferences } from './preferences.tsx'
import { useMe } from './session.ts'

const CurrencyContext = createContext<(currency: string) => void>(() => {})

/**
 * Whoever is signed in reads in their language, in the unit of the workspace until they choose one, and at the hours of its
 * time zone. Amounts are in the currency of the sales; the settings' is for sales that name none.
 */
export function AppReader(props: { children: ReactNode }) {
  const { locale, scale, offer } = usePreferences()
  const settings = useSuspenseQuery(api.settings.get.queryOptions({ staleTime: 300_000 })).data
  const me = useMe()
  const [ofSales, setOfSales] = useState<string | null>(null)
  const stated = ofSales === noCurrency ? null : ofSales
  const currency = stated ?? settings.currency ?? noCurrency
  const { amountUnit, timeZone } = settings
  useLayoutEffect(() => offer({ locale: me.locale, scale: scaleOf[amountUnit] }), [me.locale, amountUnit, offer])
  return (
    <CurrencyContext value={setOfSales}>
      <ReaderProvider locale={locale} currency={currency} scale={scale} timeZone={timeZone}>
        <PrintingProvider>{props.children}</PrintingProvider>
      </ReaderProvider>
    </CurrencyContext>
  )
}

/** What suits the size is the middle unit: an amount that stands alone takes a smaller or larger one by itself. */
const scaleOf: Record<Settings['amountUnit'], AmountScale> = {
  automatic: 'middle',
  one: 'base',
  tenThousand: 'middle',
  hundredMillion: 'large',
}

/** Before anybody has signed in, or where even that has failed. */
export function BareReader(props: { children: ReactNode }) {
  const { locale, scale } = usePreferences()
  return (
    <ReaderProvider locale={locale} currency={noCurrency} scale={scale}>
      {props.children}
    </ReaderProvider>
  )
}

/** A page that has seen the sales tells in which currency they are. */
export function useTellCurrency(currency: string | null | undefined): void {
  const tell = use(CurrencyContext)
  useEffect(() => {
    if (currency !== null && currency !== undefined) tell(currency)
  }, [currency, tell])
}
