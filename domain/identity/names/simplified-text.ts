import characters from './traditional.json' with { type: 'json' }

const simplified = new Map<number, string>()
const [from, to] = [characters.traditional.join(''), characters.simplified.join('')]
for (let i = 0; i < from.length; i++) simplified.set(from.charCodeAt(i), to[i] ?? '')

/** A text in simplified characters, sign by sign: what is compared, never what is shown. */
export function simplifiedText(text: string): string {
  let result = ''
  let copied = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x4e00 || unit > 0x9fff) continue
    const sign = simplified.get(unit)
    if (sign === undefined) continue
    result += text.slice(copied, i) + sign
    copied = i + 1
  }
  return copied === 0 ? text : result + text.slice(copied)
}
