import type { Translate } from '@vitalfew/contract/locale.ts'

/** What a check found and how to mend it. A check the catalogue does not know is shown by its own name. */
export function issueWords(check: string, t: Translate): { name: string; remedy: string } {
  return {
    name: t(`quality.${check}.name`, { defaultValue: check }),
    remedy: t(`quality.${check}.remedy`, { defaultValue: '' }),
  }
}
