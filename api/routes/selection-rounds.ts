import { implement } from '@orpc/server'
import { selectionRoundsApi } from '@vitalfew/contract/api/selection-rounds.ts'
import {
  adoptRound,
  createRound,
  getRound,
  inviteRater,
  judgementSheet,
  judgePair,
  listRounds,
  removeRound,
  roundLists,
  roundQuestionnaire,
  roundResult,
  setRoundOpen,
  setShares,
  submitSheet,
  takeQuestionnaire,
  uninviteRater,
} from '@vitalfew/domain/selection/rounds/index.ts'
import type { ApiContext } from '../api-context.ts'
import { studioInChild } from '../questions/studio-in-child.ts'
import { readyModels } from '../ready-models.ts'

const os = implement(selectionRoundsApi).$context<ApiContext>()

async function sources({ warehouse, database }: ApiContext) {
  return { warehouse, database, ready: await readyModels() }
}

export const selectionRoundRoutes = {
  list: os.list.handler(({ context }) => listRounds(context.viewer, context.database)),
  create: os.create.handler(async ({ input, context }) => createRound(context.viewer, await sources(context), input)),
  get: os.get.handler(({ input, context }) => getRound(context.viewer, context.database, input.id)),
  setOpen: os.setOpen.handler(({ input, context }) => setRoundOpen(context.viewer, context.database, input)),
  setShares: os.setShares.handler(({ input, context }) => setShares(context.viewer, context.database, input)),
  remove: os.remove.handler(async ({ input, context }) => {
    await removeRound(context.viewer, context.database, input.id)
    return { done: true as const }
  }),
  invite: os.invite.handler(({ input, context }) => inviteRater(context.viewer, context.database, input)),
  uninvite: os.uninvite.handler(({ input, context }) => uninviteRater(context.viewer, context.database, input)),
  sheet: os.sheet.handler(({ input, context }) => judgementSheet(context.viewer, context.database, input)),
  judge: os.judge.handler(({ input, context }) => judgePair(context.viewer, context.database, input)),
  submit: os.submit.handler(({ input, context }) => submitSheet(context.viewer, context.database, input)),
  questionnaire: os.questionnaire.handler(({ input, context }) =>
    roundQuestionnaire(context.viewer, context.database, input),
  ),
  takeQuestionnaire: os.takeQuestionnaire.handler(({ input, context }) =>
    takeQuestionnaire(context.viewer, context.database, input),
  ),
  result: os.result.handler(({ input, context }) => roundResult(context.viewer, context, input.id)),
  lists: os.lists.handler(async ({ input, context }) => {
    const answerStudio = studioInChild(context.addresses)
    return roundLists(context.viewer, { ...(await sources(context)), answerStudio }, input.id)
  }),
  adopt: os.adopt.handler(async ({ input, context }) => adoptRound(context.viewer, await sources(context), input)),
}
