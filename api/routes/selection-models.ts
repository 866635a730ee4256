import { implement } from '@orpc/server'
import { selectionModelsApi } from '@vitalfew/contract/api/selection-models.ts'
import { startBacktest } from '@vitalfew/domain/jobs/index.ts'
import {
  accountWays,
  getVersion,
  listBacktests,
  listVersions,
  modelMetrics,
  previewModel,
  runMigration,
  saveVersion,
  versionDifference,
} from '@vitalfew/domain/selection/studio/index.ts'
import type { ApiContext } from '../api-context.ts'
import { studioInChild } from '../questions/studio-in-child.ts'
import { readyModels } from '../ready-models.ts'

const os = implement(selectionModelsApi).$context<ApiContext>()

async function sources({ warehouse, database }: ApiContext) {
  return { warehouse, database, ready: await readyModels() }
}

export const selectionModelRoutes = {
  list: os.list.handler(async ({ context }) => listVersions(context.viewer, await sources(context))),
  get: os.get.handler(async ({ input, context }) => getVersion(context.viewer, await sources(context), input.id)),
  save: os.save.handler(async ({ input, context }) => saveVersion(context.viewer, await sources(context), input)),
  difference: os.difference.handler(async ({ input, context }) =>
    versionDifference(context.viewer, await sources(context), input),
  ),
  metrics: os.metrics.handler(({ context }) => modelMetrics(context.viewer, context)),
  preview: os.preview.handler(({ input, context, signal }) =>
    previewModel(context.viewer, studioInChild(context.addresses), { ...input, signal }),
  ),
  ways: os.ways.handler(({ input, context }) => accountWays(context.viewer, studioInChild(context.addresses), input)),
  migration: os.migration.handler(({ input, context }) => runMigration(context.viewer, context, input)),
  backtests: os.backtests.handler(({ input, context }) => listBacktests(context.viewer, context.database, input)),
  startBacktest: os.startBacktest.handler(async ({ input, context }) =>
    startBacktest(context.viewer, await sources(context), input),
  ),
}
