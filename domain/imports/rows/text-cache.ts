/**
 * Cleans a column's texts, each distinct one once. The texts kept are copies: a piece of a large string would keep the
 * whole of it in memory.
 */
export function textCache(clean: (raw: string) => string): (raw: string) => string {
  let cache = new Map<string, string>()
  let lastRaw = ''
  let lastClean = clean('')
  return (raw) => {
    if (raw === lastRaw) return lastClean
    if (isPlainCode(raw)) return raw
    let text = cache.get(raw)
    if (text === undefined) {
      const own = detached(raw)
      text = clean(own)
      if (cache.size >= cachedTexts) cache = new Map()
      cache.set(own, text)
    }
    lastRaw = raw
    lastClean = text
    return text
  }
}

/** Short codes of plain letters and digits, which nothing can be cleaned off: cheaper to see than to look up. */
function isPlainCode(text: string): boolean {
  const length = text.length
  if (length > 12) return false
  let digits = 0
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index)
    if (code >= 48 && code <= 57) digits += 1
    else if (code !== 45 && (code < 65 || code > 122 || (code > 90 && code < 97))) return false
  }
  return digits > 0
}

const cachedTexts = 50_000

/** Below 13 characters the engine copies anyway. */
export function detached(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le')
}
