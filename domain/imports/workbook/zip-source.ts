import { zipArchive, type ZipArchive } from '../archive/zip-archive.ts'
import type { TableSource } from '../sheets/table-source.ts'
import { unknownFormat } from '../detect-format.ts'
import { fileFailure } from '../text/file-failure.ts'
import { wholeWorkbook } from './whole-workbook.ts'
import { xlsxSource, type WorkbookRequest } from './xlsx-source.ts'

/** A zip file as a table: an xlsx, xlsb or ods workbook. */
export async function zipSource(request: WorkbookRequest): Promise<TableSource> {
  const { path } = request
  try {
    const archive = await zipArchive(request)
    if (archive.entries.has('xl/workbook.bin')) return await measured(archive, { request, kind: 'xlsb' })
    if (archive.entries.has('content.xml') && archive.entries.has('mimetype'))
      return await measured(archive, { request, kind: 'ods' })
    if (!archive.entries.has('[Content_Types].xml') && !archive.entries.has('xl/workbook.xml'))
      throw unknownFormat(path, 'zip')
    return await xlsxSource(archive, request)
  } catch (cause) {
    throw fileFailure(cause, path)
  }
}

/** Inflates everything once for its size before a reader that holds the whole workbook may touch it. */
async function measured(
  archive: ZipArchive,
  { request, kind }: { request: WorkbookRequest; kind: 'xlsb' | 'ods' },
): Promise<TableSource> {
  for (const entry of archive.entries.values()) for await (const _ of archive.chunks(entry, request.signal)) continue
  return wholeWorkbook(kind, request)
}
