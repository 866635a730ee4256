import { z } from 'zod'
import { ImportDrift, ImportOrigin, OverlapPolicy, ReadingSettings } from '../import-log.ts'
import { ImportKind } from '../record-kinds.ts'
import { JobState } from './jobs.ts'
import { Done, Instant, JobStarted } from './named-values.ts'
import { route } from './route.ts'

const tags = ['imports']
const stewards = { access: ['administrator', 'analyst'] } as const
const readers = { access: ['administrator', 'analyst'], keyScope: 'read' } as const

/** As `--source` of the command line says it. */
export const SourceName = z.string().trim().min(1).max(100)

const CurrencyCode = z.string().regex(/^[A-Z]{3}$/)
const Word = z.string().max(1000)

/** How files of a source are read, as a person says. What is left out stays as it is remembered. */
export const SourceSettings = z.strictObject({
  map: z.record(z.string().max(100), Word).optional(),
  sheet: z.string().max(200).optional(),
  currency: CurrencyCode.optional(),
  into: CurrencyCode.optional(),
  /** A share: 0.13. */
  taxIncluded: z.number().min(0).max(0.99).optional(),
  dropDuplicates: z.boolean().optional(),
  fixes: z
    .array(z.object({ column: Word.min(1), from: Word, to: Word }))
    .max(500)
    .optional(),
})
export type SourceSettings = z.infer<typeof SourceSettings>

/** Rows of a database, a file at an address, or whatever is put into a folder. Secrets are named, never written. */
export const SourceOrigin = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('address'),
    /** `postgres://reader:{env:SOURCE_DW}@dw.example/sales` */
    from: z.string().trim().min(1).max(2000),
    query: z.string().max(20_000).default(''),
    /** A column whose values only grow: only rows beyond the highest one are fetched. */
    highWater: z.string().trim().max(200).default(''),
  }),
  z.strictObject({ kind: z.literal('folder'), folder: z.string().trim().min(1).max(1000) }),
])
export type SourceOrigin = z.infer<typeof SourceOrigin>

const Hour = z.int().min(0).max(23)
const Minute = z.int().min(0).max(59)

/** When a source is looked at by itself, by the clock of the workspace. */
export const SourceSchedule = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('day'), hour: Hour, minute: Minute }),
  /** 1 is Monday, 7 is Sunday. */
  z.strictObject({ every: z.literal('week'), weekday: z.int().min(1).max(7), hour: Hour, minute: Minute }),
  /** Soon after a file has come to lie in the folder. */
  z.strictObject({ every: z.literal('arrival') }),
])
export type SourceSchedule = z.infer<typeof SourceSchedule>

const Key = z.object({ kind: ImportKind, name: SourceName })

/** What is known of a source: by its imports that count, and by what people said of it. */
export const ImportSource = Key.extend({
  /** What it is called on pages; its name where nobody gave it another one. */
  title: z.string(),
  /** How the next file is read. */
  settings: ReadingSettings,
  /** Field → header, units and encoding of its last file. */
  mapping: z.record(z.string(), z.string()),
  units: z.record(z.string(), z.number()),
  encoding: z.string(),
  onOverlap: OverlapPolicy.nullable(),
  origin: SourceOrigin.nullable(),
  /** Where the command line last fetched it from, where nothing was set here. */
  lastOrigin: ImportOrigin.nullable(),
  schedule: SourceSchedule.nullable(),
  /** Null where it waits for files, or for nothing. */
  nextAt: Instant.nullable(),
  /** On whose behalf it is fetched. */
  owner: z.string(),
  imports: z.int(),
  lastImport: z.object({ id: z.int(), file: z.string(), rows: z.int(), at: Instant }).nullable(),
  /** How its last file differs from the one before. */
  drift: z.array(ImportDrift),
  lastJob: z.object({ id: z.uuid(), state: JobState, at: Instant, problem: z.string().nullable() }).nullable(),
  isRemoved: z.boolean(),
  /** 0 where nobody has said anything of it yet; a change names the version it was made from. */
  version: z.int().nonnegative(),
}).meta({ id: 'ImportSource' })
export type ImportSource = z.infer<typeof ImportSource>

export const SourceChange = Key.extend({
  version: z.int().nonnegative().max(2_000_000_000),
  title: z.string().trim().max(100).optional(),
  settings: SourceSettings.optional(),
  onOverlap: OverlapPolicy.nullable().optional(),
  /** Only administrators: the server goes there on everybody's behalf. */
  origin: SourceOrigin.nullable().optional(),
  /** Only administrators. */
  schedule: SourceSchedule.nullable().optional(),
})
export type SourceChange = z.infer<typeof SourceChange>

/** Where files come from, month after month. */
export const importSourcesApi = {
  list: route(readers)
    .route({ method: 'GET', path: '/import-sources', summary: 'Sources of imports', tags })
    .output(z.object({ rows: z.array(ImportSource), folders: z.array(z.string()), timeZone: z.string() })),
  save: route(stewards)
    .route({ method: 'PUT', path: '/import-sources', summary: 'Change a source, or connect a new one', tags })
    .input(SourceChange)
    .output(Done),
  remove: route(stewards)
    .route({ method: 'POST', path: '/import-sources/remove', summary: 'Put a source away; imports stay', tags })
    .input(Key)
    .output(Done),
  restore: route(stewards)
    .route({ method: 'POST', path: '/import-sources/restore', summary: 'Bring a source back as it was', tags })
    .input(Key)
    .output(Done),
  run: route(stewards)
    .route({
      method: 'POST',
      path: '/import-sources/run',
      summary: 'Fetch from a source now',
      tags,
      successStatus: 202,
    })
    .input(Key.extend({ isPreview: z.boolean().optional(), acceptDrift: z.boolean().optional() }))
    .output(JobStarted),
}
