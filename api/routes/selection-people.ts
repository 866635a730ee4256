import { implement } from '@orpc/server'
import { selectionPeopleApi } from '@vitalfew/contract/api/selection-people.ts'
import {
  decideTier,
  endOverride,
  listOverrides,
  listRatings,
  rateAccount,
} from '@vitalfew/domain/selection/studio/index.ts'
import type { ApiContext } from '../api-context.ts'
import { readyModels } from '../ready-models.ts'

const os = implement(selectionPeopleApi).$context<ApiContext>()

async function sources({ warehouse, database }: ApiContext) {
  return { warehouse, database, ready: await readyModels() }
}

export const selectionPeopleRoutes = {
  ratings: os.ratings.handler(async ({ input, context }) => listRatings(context.viewer, await sources(context), input)),
  rate: os.rate.handler(async ({ input, context }) => rateAccount(context.viewer, await sources(context), input)),
  overrides: os.overrides.handler(async ({ input, context }) =>
    listOverrides(context.viewer, await sources(context), input),
  ),
  decide: os.decide.handler(async ({ input, context }) => decideTier(context.viewer, await sources(context), input)),
  endOverride: os.endOverride.handler(async ({ input, context }) => {
    await endOverride(context.viewer, context.database, input)
    return { done: true as const }
  }),
}
