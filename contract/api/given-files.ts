import { z } from 'zod'
import { route } from './route.ts'

const tags = ['selection']
const analysts = { access: ['administrator', 'analyst'] } as const

/** What came of a file of scores, or of figures that sales do not say. */
export const GivenFile = z
  .object({
    kind: z.enum(['ratings', 'figures']),
    file: z.string(),
    /** Scores or figures in the file. */
    values: z.int(),
    /** Of them those that were not there already. */
    added: z.int(),
    /** Criteria or columns. */
    columns: z.array(z.string()),
    accounts: z.int(),
    /** Accounts that the current run does not know. */
    strangers: z.int(),
    /** The first of them, as the file calls them. */
    strangersTold: z.array(z.string()),
  })
  .meta({ id: 'GivenFile' })
export type GivenFile = z.infer<typeof GivenFile>

/** Columns of figures that files gave. */
export const GivenColumns = z
  .object({
    rows: z.array(
      z.object({
        figure: z.string(),
        accounts: z.int(),
        /** The latest day of a figure. */
        latest: z.iso.date(),
        files: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'GivenColumns' })
export type GivenColumns = z.infer<typeof GivenColumns>

/** Files that tell what sales do not: scores of people, and figures that models ask for by their column. */
export const givenFilesApi = {
  list: route({ ...analysts, keyScope: 'read' })
    .route({ method: 'GET', path: '/selection/given-files', summary: 'Columns of figures that files gave', tags })
    .output(GivenColumns),
  take: route(analysts)
    .route({
      method: 'POST',
      path: '/selection/given-files',
      summary: 'Take in an uploaded file of scores or figures',
      tags,
      successStatus: 201,
    })
    .input(z.object({ upload: z.uuid(), kind: GivenFile.shape.kind }))
    .output(GivenFile),
}
