import type { ZipEntry } from './zip-directory.ts'

const workbookParts = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/workbook.bin', 'mimetype']
/** Directories, and what systems put beside the files that a person packs. */
const besides = /\/$|^__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/

/** The file in an archive that somebody packed a single file into; undefined for workbooks and for archives of several. */
export function onlyEntry(entries: ReadonlyMap<string, ZipEntry>): ZipEntry | undefined {
  if (workbookParts.some((name) => entries.has(name))) return undefined
  const files = [...entries.values()].filter(({ name }) => !besides.test(name))
  return files.length === 1 ? files[0] : undefined
}
