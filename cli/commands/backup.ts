import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { serverEnvironment } from '@vitalfew/api/config.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { checkBackup, restoreBackup, writeBackup } from '@vitalfew/domain/backup/index.ts'
import { openWorkspace } from '@vitalfew/domain/workspace/index.ts'
import { productVersion } from '../product-version.ts'
import type { BackupOptions } from './backup-options.ts'
import { openEngines } from './open-engines.ts'
import type { ServerSurroundings } from './server-surroundings.ts'

/** `vitalfew backup`: all that a workspace holds, in one file. */
export async function backup(options: BackupOptions, around: ServerSurroundings): Promise<void> {
  const { output, locale, signal } = around
  await using resources = new AsyncDisposableStack()
  await refuseMissing(options.workspace)
  const path = await backupFile(options.place)
  const workspace = await openWorkspace(options.workspace, { command: 'backup' })
  resources.defer(workspace.release)
  output.progress('progress.starting')
  const place = { directory: workspace.path, environment: serverEnvironment(), around }
  const { warehouse, store } = await openEngines(resources, place)
  const { members, ...manifest } = await writeBackup({
    warehouse: warehouse.warehouse,
    database: store.store.database,
    directory: workspace.path,
    path,
    productVersion: productVersion(),
    signal,
    onTable: (file) => output.progress('progress.backup', { file }),
  })
  output.endProgress()
  const { size } = await stat(path)
  output.print(
    translator(locale)('server.backedUp', { path, ...counts({ members, ...manifest }), size: megabytes(size, locale) }),
  )
}

/** `vitalfew restore`: the same, into a new workspace. */
export async function restore(options: BackupOptions, around: ServerSurroundings): Promise<void> {
  const { output, locale } = around
  await using resources = new AsyncDisposableStack()
  const checked = await checkBackup(resolve(options.place)).catch((cause: unknown) => {
    throw fileMissing(cause, options.place)
  })
  const workspace = await openWorkspace(options.workspace, { command: 'restore' })
  resources.defer(workspace.release)
  output.progress('progress.starting')
  const place = { directory: workspace.path, environment: serverEnvironment(), around }
  const { warehouse, store } = await openEngines(resources, place)
  await restoreBackup(checked, {
    warehouse: warehouse.warehouse,
    database: store.store.database,
    directory: workspace.path,
    onTable: (file) => output.progress('progress.backup', { file }),
  })
  output.endProgress()
  output.print(translator(locale)('server.restored', { path: workspace.path, ...counts(checked.manifest) }))
}

function counts(manifest: Awaited<ReturnType<typeof writeBackup>>): { tables: number; files: number } {
  const files = manifest.members.filter(({ name }) => name.startsWith('uploads/')).length
  return { tables: manifest.store.length + manifest.warehouse.length, files }
}

function megabytes(bytes: number, locale: Locale): string {
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
  return format.format(bytes / 1e6)
}

/** Into a folder it goes under a name that tells when. */
async function backupFile(place: string): Promise<string> {
  const path = resolve(place)
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) return path
  if (!found.isDirectory()) throw new ProductError('output.exists', { path })
  return join(path, `vitalfew-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.backup.tar`)
}

/** Opening a workspace makes one: a mistyped path must not be backed up as an empty one. */
async function refuseMissing(path: string): Promise<void> {
  const found = await stat(join(path, 'workspace.json')).catch(() => undefined)
  if (found !== undefined) return
  throw new ProductError('argument.invalid', { argument: '--workspace', value: path, expected: 'DIR' })
}

function fileMissing(cause: unknown, file: string): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return code === 'ENOENT' ? new ProductError('input.notFound', { file }, { cause }) : cause
}
