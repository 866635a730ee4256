import type { Repository } from './repository.ts'

export interface Message {
  readonly path: string
  readonly line: number
  readonly text: string
}

/** The messages of one language by their whole key, `<subject>.<key in the file>`. */
export type Catalogue = ReadonlyMap<string, Message>

export type MessageLocale = 'zh-CN' | 'en'

const folder = 'contract/messages'

export function readCatalogue(repository: Repository, locale: MessageLocale): Catalogue {
  return new Map(
    subjects(repository, locale).flatMap((subject) => {
      const path = `${folder}/${locale}/${subject}.json`
      const text = repository.read(path)
      const tree: unknown = JSON.parse(text)
      let at = 0 // keys come in the order of the file, so that equal names in two branches keep their own lines
      return leaves(tree, subject).map(([key, value]) => {
        at = Math.max(at, text.indexOf(`"${key.split('.').at(-1)}":`, at + 1))
        return [key, { path, line: text.slice(0, at).split('\n').length, text: value }] as const
      })
    }),
  )
}

/** The names of a language's files: the first part of every key in them. */
export function subjects({ files }: Repository, locale: MessageLocale): string[] {
  const start = `${folder}/${locale}/`
  return files.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length, -'.json'.length))
}

/** Where the catalogues of a language lie. */
export function cataloguePath(locale: MessageLocale, subject: string): string {
  return `${folder}/${locale}/${subject}.json`
}

function leaves(tree: unknown, key: string): (readonly [key: string, text: string])[] {
  if (typeof tree !== 'object' || tree === null) return [[key, String(tree)]]
  return Object.entries(tree).flatMap(([name, value]: [string, unknown]) => leaves(value, `${key}.${name}`))
}

const pluralEnding = /_(zero|one|two|few|many|other)$/

/** `rows_one` and `rows_other` are two forms of the message `rows`. */
export function withoutPlural(key: string, catalogue: Catalogue): string {
  const base = key.replace(pluralEnding, '')
  return catalogue.has(`${base}_other`) ? base : key
}

/** The names between `{{` and `}}`, without i18next's formats. */
export function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{-?\s*([\w.]+)[^}]*\}\}/g)].map(([, name = '']) => name)
}
