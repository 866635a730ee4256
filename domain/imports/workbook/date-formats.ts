import { attribute, tagsNamed } from './xml-text.ts'

/** For every cell style of a workbook whether it shows a number as a day. */
export function dateStyles(stylesXml: string): boolean[] {
  const formats = new Map<number, boolean>()
  for (const tag of tagsNamed(stylesXml, 'numFmt')) {
    formats.set(Number(attribute(tag, 'numFmtId')), isDateFormat(attribute(tag, 'formatCode')))
  }
  const cellFormats = /<(?:[\w.-]+:)?cellXfs\b[\s\S]*?(?:<\/(?:[\w.-]+:)?cellXfs>|$)/.exec(stylesXml)?.[0] ?? ''
  return tagsNamed(cellFormats, 'xf').map((tag) => {
    const id = Number(attribute(tag, 'numFmtId'))
    return formats.get(id) ?? isBuiltInDate(id)
  })
}

/** 14–17 and 22 everywhere; 27–36 and 50–58 in Chinese, Japanese and Korean Excel (ECMA-376 18.8.30). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)
}

/** A format shows a day when it names a year or a day outside quotes, colours and conditions; mm alone may be minutes. */
function isDateFormat(code: string): boolean {
  const bare = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
  return /[ydj年日]/i.test(bare) || /m{3,}/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare))
}
