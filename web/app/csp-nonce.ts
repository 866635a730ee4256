/** The nonce the server gave this page: styles that the controls write carry it, or the browser would drop them. */
export function cspNonce(): string | undefined {
  const script = document.querySelector<HTMLScriptElement>('script[nonce]')
  return script?.nonce || undefined
}

/**
 * Lets every style that this program makes carry the nonce. The controls are told it, but a few of their parts (what holds
 * the page still under a dialog, what measures a scroll bar) do not pass it on, and the content policy would drop theirs.
 */
export function carryNonce(nonce: string): void {
  const html = 'http://www.w3.org/1999/xhtml'
  const makeWithNonce = (name: string): HTMLElement => {
    const element = document.createElementNS(html, name.toLowerCase())
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }
  Object.defineProperty(document, 'createElement', { value: makeWithNonce, configurable: true, writable: true })
}
