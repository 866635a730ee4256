import { GivenColumns, GivenFile } from '@vitalfew/contract/api/given-files.ts'
import { sql } from 'kysely'
import { authorise, type Viewer } from '../../access/index.ts'
import { tellsOfProfit } from './refuse-profit.ts'
import type { StudioSources } from './sources.ts'
import type { AnswerStudio } from './studio-work.ts'

const analysts = ['administrator', 'analyst'] as const

export interface GivenFileWanted {
  readonly upload: string
  readonly kind: GivenFile['kind']
}

/**
 * Takes in an uploaded file of scores or of figures that sales do not say; models ask for them by name from then on.
 *
 * @throws ProductError `access.notAllowed`, `upload.notFound`, `input.*`, `scores.*`, `figures.*`
 */
export async function takeGivenFile(
  viewer: Viewer,
  {
    answerStudio,
    uploadPath,
  }: { readonly answerStudio: AnswerStudio; readonly uploadPath: (upload: string) => Promise<string> },
  { upload, kind }: GivenFileWanted,
): Promise<GivenFile> {
  authorise(viewer, analysts)
  const path = await uploadPath(upload)
  return GivenFile.parse(await answerStudio({ about: 'file', viewer, kind, path }))
}

/** The columns of figures that files gave, without those that the viewer may not see. */
export async function listGivenColumns(
  viewer: Viewer,
  { database }: Pick<StudioSources, 'database'>,
): Promise<GivenColumns> {
  authorise(viewer, analysts)
  const rows = await database
    .selectFrom('given_figure')
    .select((row) => [
      'figure' as const,
      row.fn.count<number>('account').distinct().as('accounts'),
      row.fn.max('day').as('latest'),
      sql<string[]>`array_agg(DISTINCT file ORDER BY file)`.as('files'),
    ])
    .groupBy('figure')
    .orderBy('figure')
    .execute()
  const shown = rows.filter(({ figure }) => !viewer.hidden.has('profit') || !tellsOfProfit(figure))
  return GivenColumns.parse({
    rows: shown.map((row) => ({ ...row, files: row.files.slice(0, 20) })),
  })
}
