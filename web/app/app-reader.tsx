import { useSuspenseQuery } from '@tanstack/react-query'
import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import { noCurrency } from '../design/amount-scale.ts'
import { PrintingProvider } from '../design/printing.tsx'
import { ReaderProvider } from '../design/reader.tsx'
import { api } from './api.ts'
import { usePreferences } from './preferences.tsx'

const CurrencyContext = createContext<(currency: string) => void>(() => {})

/** Whoever is signed in reads in their language and unit; the currency is that of the settings, or else of the sales. */
export function AppReader(props: { children: ReactNode }) {
  const { locale, scale } = usePreferences()
  const settings = useSuspenseQuery(api.settings.get.queryOptions({ staleTime: 300_000 })).data
  const [ofSales, setOfSales] = useState<string | null>(null)
  const currency = settings.currency ?? ofSales ?? noCurrency
  return (
    <CurrencyContext value={setOfSales}>
      <ReaderProvider locale={locale} currency={currency} scale={scale}>
        <PrintingProvider>{props.children}</PrintingProvider>
      </ReaderProvider>
    </CurrencyContext>
  )
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
