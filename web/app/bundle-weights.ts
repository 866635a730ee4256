import { gzipSync } from 'node:zlib'

/** A file of the bundle: what it weighs packed, what it cannot run without, and the page it begins, if it begins one. */
export interface BundledScript {
  name: string
  body: Uint8Array
  imports: readonly string[]
  source: string | null
}

export interface BundleWeights {
  /** Bytes, gzipped, that every page loads. */
  shell: number
  /** Page → bytes, gzipped, that it loads beyond the shell. Charts stand in a file of their own and count too. */
  pages: Record<string, number>
}

/** What a person's first page costs, and what each other page adds. */
export function bundleWeights(scripts: readonly BundledScript[], entry: string): BundleWeights {
  const packed = new Map(scripts.map(({ name, body }) => [name, gzipSync(body).length]))
  const weigh = (names: Iterable<string>) => [...names].reduce((sum, name) => sum + (packed.get(name) ?? 0), 0)
  const shell = scriptsNeededBy(entry, scripts)
  const pages = scripts.flatMap(({ name, source }) => {
    if (source === null || name === entry) return []
    const own = [...scriptsNeededBy(name, scripts)].filter((needed) => !shell.has(needed))
    return [[source, weigh(own)] as const]
  })
  return { shell: weigh(shell), pages: Object.fromEntries(pages) }
}

/** A script and all it cannot run without. */
export function scriptsNeededBy(name: string, scripts: readonly BundledScript[]): Set<string> {
  const byName = new Map(scripts.map((script) => [script.name, script]))
  const reached = new Set<string>()
  const waiting = [name]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    waiting.push(...(byName.get(next)?.imports ?? []))
  }
  return reached
}
