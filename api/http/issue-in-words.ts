import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { z } from 'zod'

type Issues = ReadonlyArray<{ readonly message: string; readonly path?: ReadonlyArray<unknown> | undefined }>

const words = { 'zh-CN': z.locales.zhCN(), en: z.locales.en() } as const

/** What is wrong with an input, said of the first field at which something is. */
export function issueInWords(issues: Issues, locale: Locale): { field: string; problem: string } {
  const [first] = issues
  const field = first?.path?.map(partName).join('.') || translator(locale)('errors.request.whole')
  return { field, problem: first === undefined ? '' : problemOf(first, locale) }
}

function partName(part: unknown): string {
  return typeof part === 'object' && part !== null && 'key' in part ? String(part.key) : String(part)
}

function problemOf(issue: { readonly message: string }, locale: Locale): string {
  const said = words[locale].localeError(rawIssue(issue))
  return (typeof said === 'string' ? said : said?.message) ?? issue.message
}

/** The issues come from zod, whose schemas are all that the contract has; only the standard's type hides it. */
function rawIssue(issue: { readonly message: string }): z.core.$ZodRawIssue {
  return issue as z.core.$ZodRawIssue
}
