import { z } from 'zod'
import { Normalization, SelectionModel } from '../selection-model.ts'
import { BilingualText, SelectionId } from '../selection-condition.ts'
import { BelowTheLine, TierMigration } from '../selection.ts'
import { Backtest } from '../selection-backtest.ts'
import { AccountKey, Instant, JobStarted, RunId } from './named-values.ts'
import { PageRequest, pageOf } from './page.ts'
import { route } from './route.ts'

const tags = ['selection']
const analysts = { access: ['administrator', 'analyst'] } as const
const readers = { access: ['administrator', 'analyst'], keyScope: 'read' } as const

/** A version of a model, as `default@1`. */
export const ModelVersionId = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}@[1-9]\d{0,8}$/)

export const ModelVersion = z
  .object({
    id: ModelVersionId,
    name: SelectionId,
    version: z.int().positive(),
    title: BilingualText,
    description: BilingualText,
    /** Comes with the product; otherwise saved or used in this workspace. */
    isReady: z.boolean(),
    /** Of the run that everybody sees. */
    isCurrent: z.boolean(),
    savedBy: z.string(),
    savedAt: Instant.nullable(),
    firstUsedAt: Instant.nullable(),
    note: z.string(),
  })
  .meta({ id: 'ModelVersion' })
export type ModelVersion = z.infer<typeof ModelVersion>

/** A figure that criteria, gates and rules may ask for. */
export const ModelMetric = z.object({
  name: z.string(),
  unit: z.enum(['money', 'count', 'share', 'change', 'days', 'number']),
  /** True for what files gave and sales do not say. */
  isGiven: z.boolean(),
})
export type ModelMetric = z.infer<typeof ModelMetric>

const PreviewAccount = z.object({
  key: AccountKey,
  account: z.string(),
  accountName: z.string(),
  tier: z.string(),
  /** In the run as it is; null where its model has no such tier, or the account was not scored. */
  tierNow: z.string().nullable(),
  score: z.number(),
  /** What unknown figures could make of it. */
  lower: z.number(),
  upper: z.number(),
  netRevenue: z.number(),
})
export type PreviewAccount = z.infer<typeof PreviewAccount>

/** What a model would make of the accounts of a run; nothing is kept. */
export const ModelPreview = z
  .object({
    criteria: z.array(
      z.object({ id: z.string(), weight: z.number(), known: z.int(), normalization: Normalization.nullable() }),
    ),
    population: z.int(),
    gated: z.int(),
    meanScore: z.number(),
    tiers: z.array(
      z.object({
        id: z.string(),
        accounts: z.int(),
        netRevenue: z.number(),
        rule: z.string(),
        emptyBecause: z.string().nullable(),
      }),
    ),
    /** Above the line, best first, and the first ones below it. */
    accounts: z.array(PreviewAccount),
    /** Where accounts go, from the tier in the run to the one by this model; '' = in no tier. */
    cells: z.array(z.object({ from: z.string(), to: z.string(), accounts: z.int(), netRevenue: z.number() })),
    moved: z.int(),
    /** What the model changes against the version it began as, one sentence each. */
    differences: z.array(z.string()),
  })
  .meta({ id: 'ModelPreview' })
export type ModelPreview = z.infer<typeof ModelPreview>

export const AccountWays = z
  .object({
    account: z.string(),
    accountName: z.string(),
    tier: z.string(),
    score: z.number(),
    /** One entry for each tier above it, the nearest first. */
    ways: z.array(BelowTheLine),
  })
  .meta({ id: 'AccountWays' })

export const KeptBacktest = z
  .object({
    id: z.uuid(),
    model: z.string(),
    challenger: z.string().nullable(),
    madeBy: z.string(),
    madeAt: Instant,
    /** The language its sentences are in. */
    locale: z.enum(['zh-CN', 'en']),
    /** null where the history was too short. */
    result: Backtest.nullable(),
  })
  .meta({ id: 'KeptBacktest' })
export type KeptBacktest = z.infer<typeof KeptBacktest>

/** Models as named versions, tried on a run before they are saved. */
export const selectionModelsApi = {
  list: route(readers)
    .route({ method: 'GET', path: '/selection/models', summary: 'Selection models and their versions', tags })
    .output(z.object({ rows: z.array(ModelVersion), current: ModelVersionId.nullable() })),
  get: route(readers)
    .route({ method: 'GET', path: '/selection/models/{id}', summary: 'The document of one version', tags })
    .input(z.object({ id: ModelVersionId }))
    .output(ModelVersion.extend({ document: SelectionModel })),
  /** The server gives the version its number; it is never changed afterwards. */
  save: route(analysts)
    .route({
      method: 'POST',
      path: '/selection/models',
      summary: 'Save a model as a new version',
      tags,
      successStatus: 201,
    })
    .input(
      z.object({
        model: SelectionModel,
        /** Another name begins another model; the names of those that come along are taken. */
        name: SelectionId.optional(),
        note: z.string().trim().max(500).default(''),
      }),
    )
    .output(ModelVersion),
  difference: route(readers)
    .route({ method: 'GET', path: '/selection/differences', summary: 'What one version changes against another', tags })
    .input(z.object({ first: ModelVersionId, second: ModelVersionId }))
    .output(z.object({ differences: z.array(z.string()) })),
  metrics: route(readers)
    .route({ method: 'GET', path: '/selection/metrics', summary: 'Figures and attributes a model may ask for', tags })
    .output(z.object({ metrics: z.array(ModelMetric), attributes: z.array(z.string()) })),
  preview: route(readers)
    .route({ method: 'POST', path: '/selection/preview', summary: 'Accounts by a model that is being edited', tags })
    .input(z.object({ run: RunId.default('current'), model: SelectionModel, from: ModelVersionId.optional() }))
    .output(ModelPreview),
  ways: route(readers)
    .route({ method: 'POST', path: '/selection/ways', summary: 'What would move one account up', tags })
    .input(z.object({ run: RunId.default('current'), model: SelectionModel, key: AccountKey }))
    .output(AccountWays),
  migration: route(readers)
    .route({ method: 'GET', path: '/selection/migration', summary: 'Where accounts went between two runs', tags })
    .input(z.object({ from: RunId, to: RunId.default('current') }))
    .output(
      TierMigration.extend({
        toAsOf: z.iso.date(),
        /** Of both models, from the top. */
        tiers: z.array(z.object({ id: z.string(), title: z.string() })),
      }),
    ),
  backtests: route(readers)
    .route({ method: 'GET', path: '/selection/backtests', summary: 'Back-tests, newest first', tags })
    .input(PageRequest)
    .output(pageOf(KeptBacktest)),
  startBacktest: route(analysts)
    .route({
      method: 'POST',
      path: '/selection/backtests',
      summary: 'Test a model on the past',
      tags,
      successStatus: 202,
    })
    .input(
      z.object({
        model: ModelVersionId,
        challenger: ModelVersionId.optional(),
        /** Length of the lists; as many as the model has above the line where left out. */
        top: z.int().min(1).max(100_000).optional(),
      }),
    )
    .output(JobStarted),
}
