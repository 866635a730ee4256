import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** True while the page goes to paper. The change is drawn at once: the printer does not wait for a later frame. */
export function usePrinting(): boolean {
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
  return isPrinting
}
