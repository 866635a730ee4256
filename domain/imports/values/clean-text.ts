/**
 * A cell as a person means it: outer white space of every kind and invisible characters gone, `="00123"` and a
 * protective apostrophe (which our own exports write before a formula sign) taken off.
 */
export function cleanText(raw: string): string {
  let text = raw
  if (disguised.test(text)) {
    const formulaText = /^=\s*"((?:[^"]|"")*)"$/.exec(text.trim())
    if (formulaText !== null) text = (formulaText[1] ?? '').replaceAll('""', '"')
    text = text.replace(invisible, '').replace(/^'(?=\s*["']*[=+\-@＝＋－＠\t\r])/, '')
  }
  return text.trim()
}

const invisible = /[\u0000\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g
const disguised = /^\s*[='＝]|[\u0000\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/

/** Identifiers that a spreadsheet or data frame turned into floats: `17850.0` is 17850. */
export function cleanIdentifier(raw: string): string {
  const text = cleanText(raw)
  return text.endsWith('0') && floatIdentifier.test(text) ? text.slice(0, text.indexOf('.')) : text
}

const floatIdentifier = /^\d+\.0+$/
