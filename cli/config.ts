import type { Locale } from '@vitalfew/contract/locale.ts'

/** The language the environment asks for: English where it says so, Chinese otherwise. */
export function localeOfEnvironment(environment: NodeJS.ProcessEnv = process.env): Locale {
  const language = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  return /^en/i.test(language) ? 'en' : 'zh-CN'
}
