import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { appHtml, type PageOptions } from './app-html.ts'
import { appStyles } from './app-styles.ts'
import { bundleApp, type BuiltApp } from './bundle-app.ts'
import type { BundleWeights } from './bundle-weights.ts'

export interface AppBundle {
  /** Name below /assets/ → what is served there, for ever: a name changes with its content. */
  files: Map<string, { body: Uint8Array; packed: Uint8Array; type: string }>
  /** The page that every other address answers with. */
  html: (options: PageOptions) => string
  weights: BundleWeights
}

interface KeptApp {
  key: string
  app: BuiltApp
}

const here = import.meta.dirname
/** The folder that holds the packages, wherever this one is installed. */
const packages = resolve(fileURLToPath(import.meta.resolve('esbuild')), '../../..')
const cacheFile = join(packages, '.cache', 'vitalfew', 'app-bundle.json')
let remembered: KeptApp | undefined
let underWay: Promise<AppBundle> | undefined

/**
 * The web app, ready to be served. Bundling takes some seconds; the result is kept beside the installed packages (or in
 * memory where that folder cannot be written) for as long as its sources stay the same.
 */
export function appBundle(): Promise<AppBundle> {
  underWay ??= madeOrKept().finally(() => (underWay = undefined))
  return underWay
}

async function madeOrKept(): Promise<AppBundle> {
  const known = remembered ?? readCache()
  if (known !== undefined && known.key === keyOf(known.app.inputs)) {
    remembered = known
    return served(known.app)
  }
  const app = await bundleApp()
  remembered = { key: keyOf(app.inputs), app }
  await writeCache(remembered)
  return served(app)
}

function served(app: BuiltApp): AppBundle {
  const encoder = new TextEncoder()
  return {
    files: new Map(
      app.files.map(({ name, type, text, packed }) => [
        name,
        { body: encoder.encode(text), packed: new Uint8Array(Buffer.from(packed, 'base64')), type },
      ]),
    ),
    html: (options) => appHtml(app, options),
    weights: app.weights,
  }
}

/** Changes when a source, a style or the set of installed packages changes. */
function keyOf(inputs: readonly string[]): string {
  const hash = createHash('sha256').update(appStyles())
  for (const name of ['app-bundle.ts', 'bundle-app.ts', 'bundle-weights.ts', 'join-shell.ts', 'single-imports.ts'])
    hash.update(readFileSync(join(here, name)))
  for (const input of [...inputs, ...routeFiles()]) {
    const path = join(here, input)
    hash.update(`${input}\n`).update(existsSync(path) && statSync(path).isFile() ? readFileSync(path) : '')
  }
  for (const name of ['antd', 'echarts', 'esbuild', 'react', '@tanstack/react-router', '@tanstack/react-query'])
    hash.update(`${name}@${versionOf(name)}\n`)
  return hash.digest('hex')
}

/** The routes are written into the bundle from the contract, whose files esbuild does not see. */
function routeFiles(): string[] {
  const folder = dirname(fileURLToPath(import.meta.resolve('@vitalfew/contract/api/api.ts')))
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  return names.toSorted().map((name) => relative(here, join(folder, name)))
}

function versionOf(name: string): string {
  const manifest = join(packages, name, 'package.json')
  if (!existsSync(manifest)) return 'elsewhere'
  return readFileSync(manifest, 'utf8').match(/"version":\s*"([^"]+)"/)?.[1] ?? 'unknown'
}

/** The cast holds because only `writeCache` writes this file, and the key is a digest of the programs that shape it. */
function readCache(): KeptApp | undefined {
  try {
    return JSON.parse(readFileSync(cacheFile, 'utf8')) as KeptApp
  } catch {
    return undefined
  }
}

/** A cache that cannot be written costs seconds per process, never a page. */
async function writeCache(kept: KeptApp): Promise<void> {
  const draft = `${cacheFile}.${process.pid}`
  try {
    await mkdir(dirname(cacheFile), { recursive: true })
    await writeFile(draft, JSON.stringify(kept))
    await rename(draft, cacheFile)
  } catch {
    // Kept in memory by the caller.
  }
}
