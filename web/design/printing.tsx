import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'

const PrintingContext = createContext(false)

/** Tells everything below when the page goes to paper. Drawn at once: the printer does not wait for a later frame. */
export function PrintingProvider(props: { children: ReactNode }) {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const paper = window.matchMedia('print')
    const update = (isOnPaper: boolean) => flushSync(() => setPrinting(isOnPaper))
    const follow = () => update(paper.matches)
    const begin = () => update(true)
    const end = () => update(false)
    paper.addEventListener('change', follow)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      paper.removeEventListener('change', follow)
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return <PrintingContext value={isPrinting}>{props.children}</PrintingContext>
}

export function usePrinting(): boolean {
  return use(PrintingContext)
}
