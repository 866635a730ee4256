import { pinyin } from 'pinyin-pro'
import type { CompanyName } from './company-name.ts'

const soundOfSign = new Map<string, string>()

/** How the own name of an enterprise sounds in Latin letters: what Chinese names and their spellings have in common. */
export function soundOfName({ brand, branch, isLatin }: CompanyName): string {
  if (branch !== '' || brand.length < 2) return ''
  if (isLatin) return brand.replaceAll(' ', '')
  let sound = ''
  for (const sign of brand) sound += soundOf(sign)
  return sound
}

function soundOf(sign: string): string {
  const known = soundOfSign.get(sign)
  if (known !== undefined) return known
  const sound = pinyin(sign, { toneType: 'none', v: true }).toLowerCase()
  soundOfSign.set(sign, sound)
  return sound
}
