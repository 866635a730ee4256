import { z } from 'zod'
import { AccountRow } from '../accounts.ts'
import { AccountLevel } from '../identity.ts'
import { Report } from '../report.ts'
import { Measure } from '../run.ts'
import { AccountListRow } from './accounts.ts'
import { Instant, JobStarted, RunId } from './named-values.ts'
import { PageRequest, pageOf } from './page.ts'
import { route } from './route.ts'
import { ModelVersionId } from './selection-models.ts'

const tags = ['runs']
const analysts = { access: ['administrator', 'analyst'] } as const
const readers = { access: ['administrator', 'analyst'], keyScope: 'read' } as const

const Cuts = z
  .tuple([z.number().gt(0).lt(1), z.number().gt(0).lt(1)])
  .refine(([first, second]) => first < second, { message: 'the first cut must be below the second' })

export const RunEntry = z
  .object({
    id: z.string(),
    asOf: z.iso.date(),
    completedAt: Instant,
    publishedAt: Instant,
    isCurrent: z.boolean(),
    /** What a row of it is: an account, or all accounts under the top of a relation. */
    level: AccountLevel,
    currency: z.string(),
    /** Null for those who do not see every account. */
    accounts: z.int().nullable(),
    netRevenue: z.number().nullable(),
    measure: Measure,
    abcCuts: Cuts,
    model: z.string(),
    imports: z.int(),
    product: z.string(),
  })
  .meta({ id: 'RunEntry' })
export type RunEntry = z.infer<typeof RunEntry>

const AbcClassPreview = z.object({ accounts: z.int(), amount: z.number(), share: z.number() })

/** A report as somebody may see it; what is kept from them is null or not there, and named in `hiddenFields`. */
export const SeenReport = Report.extend({
  accounts: z.array(AccountRow.extend({ score: z.number().nullable() })),
  hiddenFields: z.array(z.string()),
})
export type SeenReport = z.infer<typeof SeenReport>

export const runsApi = {
  list: route({ access: 'signedIn', keyScope: 'read' })
    .route({ method: 'GET', path: '/runs', summary: 'Analysis runs that were shown, newest first', tags })
    .input(PageRequest)
    .output(pageOf(RunEntry)),
  start: route(analysts)
    .route({ method: 'POST', path: '/runs', summary: 'Analyse what is there', tags, successStatus: 202 })
    .input(
      z.object({
        /** What was last asked for, where left out. */
        measure: Measure.optional(),
        abcCuts: Cuts.optional(),
        /** As of a past day: known then. By default the day after the last sale. */
        asOf: z.iso.date().optional(),
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/)
          .optional(),
        /** A version of a selection model, as `default@1`. */
        model: ModelVersionId.optional(),
        /** Of accounts where left out; of groups it is shown beside the run of accounts, as `group`, `legal` or `billing`. */
        level: AccountLevel.optional(),
      }),
    )
    .output(JobStarted),
  report: route(readers)
    .route({ method: 'GET', path: '/runs/{run}/report', summary: 'All that the report of a run draws', tags })
    .input(z.object({ run: RunId }))
    .output(SeenReport),
  /** Nothing is written: what the classes would be with other cut-offs, and who stands beside them. */
  previewAbc: route(readers)
    .route({ method: 'POST', path: '/runs/{run}/abc-preview', summary: 'ABC classes by other cut-offs', tags })
    .input(z.object({ run: RunId, measure: Measure, cuts: Cuts }))
    .output(
      z.object({
        classes: z.object({ A: AbcClassPreview, B: AbcClassPreview, C: AbcClassPreview }),
        unclassified: z.object({ accounts: z.int(), amount: z.number() }),
        /** Accounts nearest to each cut-off, with the class they get and the one they have. */
        borderline: z.array(
          AccountListRow.pick({ key: true, account: true, accountName: true }).extend({
            amount: z.number(),
            cumulativeShare: z.number(),
            abcClass: z.enum(['A', 'B', 'C']),
            abcClassNow: z.enum(['A', 'B', 'C']).nullable(),
          }),
        ),
        /** Accounts that would change their class. */
        moved: z.int(),
      }),
    ),
}
