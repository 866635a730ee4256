import { posix } from 'node:path'
import { damaged } from '../text/file-failure.ts'
import { serialZero1900, serialZero1904 } from '../values/parse-date.ts'
import { attribute, tagsNamed } from './xml-text.ts'
import type { ZipArchive } from '../archive/zip-archive.ts'

export interface WorkbookSheet {
  readonly name: string
  readonly part: string
  readonly hidden: boolean
}

export interface WorkbookParts {
  readonly sheets: readonly WorkbookSheet[]
  readonly serialZero: number
  readonly stringsPart: string | null
  readonly stylesPart: string | null
}

/** The parts of an xlsx workbook as its relationships name them (ECMA-376 part 2); paths are not taken for granted. */
export async function workbookParts(archive: ZipArchive, path: string): Promise<WorkbookParts> {
  const rootRelations = relations((await archive.text('_rels/.rels')) ?? '', '')
  const main = rootRelations.find(({ type }) => type.endsWith('/officeDocument'))?.part ?? 'xl/workbook.xml'
  const workbook = await archive.text(main)
  if (workbook === null) throw damaged(path, 'workbook.xml')
  const folder = posix.dirname(main)
  const related = relations((await archive.text(`${folder}/_rels/${posix.basename(main)}.rels`)) ?? '', folder)
  const partOf = (kind: string) => related.find(({ type }) => type.endsWith(`/${kind}`))?.part ?? null
  const sheets = tagsNamed(workbook, 'sheet').flatMap((tag) => {
    const relation = related.find(({ id }) => id === attribute(tag, 'id'))
    if (relation === undefined || !relation.type.endsWith('/worksheet')) return []
    return [
      {
        name: attribute(tag, 'name'),
        part: relation.part,
        hidden: attribute(tag, 'state') !== '' && attribute(tag, 'state') !== 'visible',
      },
    ]
  })
  const since1904 = tagsNamed(workbook, 'workbookPr').some((tag) => /^(?:1|true)$/.test(attribute(tag, 'date1904')))
  return {
    sheets,
    serialZero: since1904 ? serialZero1904 : serialZero1900,
    stringsPart: partOf('sharedStrings'),
    stylesPart: partOf('styles'),
  }
}

interface Relation {
  readonly id: string
  readonly type: string
  readonly part: string
}

function relations(xml: string, folder: string): Relation[] {
  return tagsNamed(xml, 'Relationship').map((tag) => {
    const target = attribute(tag, 'Target')
    const part = target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(folder, target))
    return { id: attribute(tag, 'Id'), type: attribute(tag, 'Type'), part }
  })
}
