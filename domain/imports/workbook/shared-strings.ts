import { inputLimits } from '../input-limits.ts'
import { damaged } from '../text/file-failure.ts'
import { unescapeOffice } from './xml-text.ts'

/** The strings of a workbook, read as its part streams by; phonetic readings are left out. */
export async function sharedStrings(chunks: AsyncIterable<string>, path: string): Promise<string[]> {
  const strings: string[] = []
  let rest = ''
  for await (const chunk of chunks) {
    rest += chunk
    let from = 0
    for (;;) {
      const end = itemEnd(rest, from)
      if (end === -1) break
      strings.push(stringItem(rest.slice(from, end)))
      from = end
    }
    rest = rest.slice(from)
    if (rest.length > inputLimits.lineCharacters) throw damaged(path, 'shared string')
  }
  return strings
}

const closing = /<\/(?:[\w.-]+:)?si>|<(?:[\w.-]+:)?si\s*\/>/g

function itemEnd(text: string, from: number): number {
  closing.lastIndex = from
  const match = closing.exec(text)
  return match === null ? -1 : match.index + match[0].length
}

/** All runs of a string item or an inline string, joined. */
export function stringItem(xml: string): string {
  const plain =
    /^(?:(?!<(?:[\w.-]+:)?r[\s>])[\s\S])*?<(?:[\w.-]+:)?t(?:\s[^>]*)?>([^<]*)<\/(?:[\w.-]+:)?t>\s*<\/(?:[\w.-]+:)?(?:si|is)>$/.exec(
      xml,
    )
  if (plain !== null) return unescapeOffice(plain[1] ?? '')
  const spoken = xml.replace(/<(?:[\w.-]+:)?rPh\b[\s\S]*?(?:<\/(?:[\w.-]+:)?rPh>|$)/g, '')
  let text = ''
  for (const [, run = ''] of spoken.matchAll(/<(?:[\w.-]+:)?t(?:\s[^>]*)?>([\s\S]*?)(?:<\/(?:[\w.-]+:)?t>|$)/g)) {
    text += run.startsWith('<![CDATA[') ? run.slice(9, -3) : unescapeOffice(run)
  }
  return text
}
