import characters from './traditional.json' with { type: 'json' }

const firstSign = 0x4e00
/** For each sign of the common block the simplified one; 0 where it is its own. */
const simplified = new Uint16Array(0x9fff - firstSign + 1)
const [from, to] = [characters.traditional.join(''), characters.simplified.join('')]
for (let i = 0; i < from.length; i++) simplified[from.charCodeAt(i) - firstSign] = to.charCodeAt(i)

/** A text in simplified characters, sign by sign: what is compared, never what is shown. */
export function simplifiedText(text: string): string {
  let result = ''
  let copied = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const sign = simplified[unit - firstSign] ?? 0
    if (sign === 0) continue
    result += text.slice(copied, i) + String.fromCharCode(sign)
    copied = i + 1
  }
  return copied === 0 ? text : result + text.slice(copied)
}
