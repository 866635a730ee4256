const short = /[([【〔][^)\]】〕]*?(?:以下)?(?:简称|下称|缩写)[^)\]】〕]*[)\]】〕]/g
const former =
  /[([【〔]?\s*(?:曾用名|原名称|原名|更名前|前身为|formerly known as|formerly|f\/k\/a|fka)\s*(?:为|是|:|:)?\s*([^)\]】〕,、;;]+)[)\]】〕]?/g

const none: readonly string[] = []

/** Splits off what a name says of other names: short ones, which go, and former ones, which are kept. */
export function formerNamesOf(text: string): { readonly text: string; readonly formerNames: readonly string[] } {
  if (!/[([【〔]|曾用|原名|更名|前身|former|fka|f\/k\/a/.test(text)) return { text, formerNames: none }
  const formerNames: string[] = []
  const rest = text.replace(short, '').replace(former, (_, name: string) => {
    formerNames.push(name.trim())
    return ''
  })
  return rest.trim() === '' ? { text, formerNames: [] } : { text: rest, formerNames }
}

/** Marks that markets put before or after the short name of a share. */
export const shareMarks =
  /^(?:\*?st|s\*?st|xd|xr|dr|n|c|u|w)(?=\p{Script=Han})|(?<=\p{Script=Han})-?(?:[abhuw]|[uwvd]+)$/gu

/** Cut-off legal forms at the end of short names. */
const cutOffForms = /(股份|控股|集团|股|控|集)$/

/** A short name without what it says of its legal form, as long as two signs remain. */
export function withoutShortForms(name: string): string {
  const rest = name.replace(cutOffForms, '')
  return rest.length < 2 ? name : rest
}
