import type { Translate } from '@vitalfew/contract/locale.ts'

/** What a check found and how to mend it. A check the catalogue does not know is shown by its own name. */
export function issueWords(check: string, t: Translate): { title: string; remedy: string | null } {
  const first = (keys: readonly string[]) =>
    keys.map((key) => t(key, { defaultValue: '' })).find((words) => typeof words === 'string' && words !== '') ?? null
  return {
    title: first([`quality.${check}.title`, `quality.${check}.name`]) ?? plainWords(`quality.${check}`, t) ?? check,
    remedy: first([`quality.${check}.remedy`, `quality.${check}.fix`]),
  }
}

function plainWords(key: string, t: Translate): string | null {
  const words: unknown = t(key, { defaultValue: '', returnObjects: true })
  return typeof words === 'string' && words !== '' ? words : null
}
