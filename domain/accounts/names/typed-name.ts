import { pinyin } from 'pinyin-pro'

/**
 * How a name is typed by sound: all of it, and its initials; what is not Chinese stays as it is, in lower case, without
 * blanks.
 *
 * @example
 * typedName('重庆长安') // { pinyin: 'chongqingchangan', initials: 'cqca' }
 */
export function typedName(name: string): { readonly pinyin: string; readonly initials: string } {
  const text = name.normalize('NFKC').toLowerCase()
  const spelled = pinyin(text, { toneType: 'none', type: 'array', v: true })
  return { pinyin: onlyTyped(spelled.join('')), initials: onlyTyped(spelled.map((one) => [...one][0] ?? '').join('')) }
}

function onlyTyped(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}
