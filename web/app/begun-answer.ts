declare global {
  interface Window {
    /** Questions that the page asked before this program was there, by their address; see `appHtml`. */
    vfBegun?: Map<string, Promise<Response | null>>
  }
}

/**
 * The answer to a question that the page has asked already; each is given out once, and a lost one is asked anew. Whatever
 * changes something makes the answers from before old: none of them is given out any more.
 */
export async function begunAnswer(request: Request): Promise<Response | null> {
  if (request.method !== 'GET') {
    window.vfBegun?.clear()
    return null
  }
  const { pathname, search } = new URL(request.url)
  const begun = window.vfBegun?.get(pathname + search)
  window.vfBegun?.delete(pathname + search)
  return begun === undefined ? null : begun
}
