import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = new URL('models/', import.meta.url)

/** Names of the selection models that come along, in the order of the alphabet. */
export function readyModelNames(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .toSorted()
}

/** Absolute path of one of them. */
export function readyModelFile(name: string): string {
  return fileURLToPath(new URL(`${name}.json`, folder))
}
