import { MissingRule } from '@vitalfew/contract/segmentation.ts'
import { z } from 'zod'

const Transform = z.union([
  z.object({ kind: z.enum(['none', 'log', 'log1p', 'symmetric-log']) }),
  z.object({ kind: z.literal('yeo-johnson'), lambda: z.number() }),
])

const Scale = z.union([
  z.object({ kind: z.enum(['none', 'zscore', 'robust', 'minmax']), centre: z.number(), spread: z.number() }),
  z.object({ kind: z.literal('rank'), sorted: z.array(z.number()) }),
])

/** A feature as it was made ready, so that later figures can be made ready the same way. */
const ModelFeature = z.union([
  z.object({
    kind: z.literal('figure'),
    name: z.string(),
    /** The least figure there was: a logarithm knows nothing below it. */
    least: z.number(),
    /** What stands for an unknown figure. */
    fill: z.number(),
    transform: Transform,
    scale: Scale,
  }),
  z.object({
    kind: z.literal('category'),
    name: z.string(),
    /** Values with a column of their own, and how large its ones are; a last '' stands for all others. */
    values: z.array(z.string()),
    one: z.number(),
  }),
])
export type ModelFeature = z.infer<typeof ModelFeature>

/** How accounts find their cluster later: by the nearest centre, in the space that the clusters were found in. */
export const SavedModel = z.object({
  missing: MissingRule,
  features: z.array(ModelFeature),
  /** One per cluster, in the order of `ids`. */
  centres: z.array(z.array(z.number())),
  ids: z.array(z.int()),
  /** Share of the accounts it was made from whose nearest centre is that of their own cluster. */
  agreement: z.number(),
})
export type SavedModel = z.infer<typeof SavedModel>
