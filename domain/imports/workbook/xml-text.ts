const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['yen', '¥'],
  ['euro', '€'],
  ['pound', '£'],
  ['middot', '·'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['hellip', '…'],
  ['times', '×'],
  ['copy', '©'],
  ['reg', '®'],
])

/** Text with character references resolved; only the five of XML, the commonest of HTML, and numbers. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));?/g, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return named.get(name) ?? whole
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : ''
  })
}

/** Office writes control characters as _x000D_ in its strings. */
export function unescapeOffice(text: string): string {
  const plain = unescapeXml(text)
  if (!plain.includes('_x')) return plain
  return plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Value of an attribute in the text of one tag, '' when it is not there. */
export function attribute(tag: string, name: string): string {
  const match = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return match === null ? '' : unescapeXml(match[1] ?? match[2] ?? '')
}

/** The texts of all tags of a name, whatever its namespace prefix: `<x:sheet …>`. */
export function tagsNamed(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])[^<>]*>`, 'g')) ?? []
}
