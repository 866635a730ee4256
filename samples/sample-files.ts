import { fileURLToPath } from 'node:url'
import type { SampleLocale } from './bilingual.ts'

export const sampleNames = [
  'sales',
  'accounts',
  'contacts',
  'opportunities',
  'tickets',
  'contracts',
  'products',
  'visits',
] as const
export type SampleName = (typeof sampleNames)[number]

/** Absolute path of one committed sample file. */
export function sampleFile(locale: SampleLocale, name: SampleName): string {
  return fileURLToPath(new URL(`data/${locale}/${name}.csv`, import.meta.url))
}

/** Absolute path of the answers that go with the files, the same for both languages. */
export function knownAnswersFile(): string {
  return fileURLToPath(new URL('data/known-answers.json', import.meta.url))
}
