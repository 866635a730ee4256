import type { Locale } from '@vitalfew/contract/locale.ts'

/** The language the environment asks for: English where it says so, Chinese otherwise. */
export function localeOfEnvironment(environment: NodeJS.ProcessEnv = process.env): Locale {
  const language = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  return /^en/i.test(language) ? 'en' : 'zh-CN'
}

/** The warehouse that the environment names: the address of a server, or the file of a cluster. */
export function warehouseOfEnvironment(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  return environment['WAREHOUSE_URL'] || undefined
}

/** The PostgreSQL server that the environment names for the store. */
export function databaseOfEnvironment(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  return environment['DATABASE_URL'] || undefined
}

/** A secret that a configuration refers to by the name of a variable. */
export function secretOfEnvironment(
  variable: string,
  environment: NodeJS.ProcessEnv = process.env,
): string | undefined {
  return environment[variable]
}
