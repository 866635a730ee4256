import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('migrations/', import.meta.url)

export interface Migration {
  readonly version: number
  readonly name: string
  readonly statements: readonly string[]
}

/** The steps that make the tables, in their order. */
export function migrations(): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((file) => ({
      version: Number(file.slice(0, 4)),
      name: file,
      statements: readFileSync(new URL(file, folder), 'utf8')
        .replaceAll(/^--.*$/gm, '')
        .split(/;\s*$/m)
        .map((statement) => statement.trim())
        .filter((statement) => statement !== ''),
    }))
}
