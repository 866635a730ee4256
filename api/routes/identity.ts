import { implement } from '@orpc/server'
import { identityApi } from '@vitalfew/contract/api/identity.ts'
import {
  accountIdentity,
  answerReview,
  calibrateReview,
  changeAccounts,
  listGroups,
  listHistory,
  listLabels,
  listReview,
  previewChange,
  relateAccounts,
  takeAnswerBack,
  takeRelationBack,
} from '@vitalfew/domain/identity/index.ts'
import type { ApiContext } from '../api-context.ts'

const os = implement(identityApi).$context<ApiContext>()

export const identityRoutes = {
  review: os.review.handler(({ input, context }) => listReview(context.viewer, context, input)),
  answer: os.answer.handler(({ input, context }) => answerReview(context.viewer, context, input)),
  takeBack: os.takeBack.handler(({ input, context }) => takeAnswerBack(context.viewer, context, input)),
  labels: os.labels.handler(({ context }) => listLabels(context.viewer, context)),
  calibrate: os.calibrate.handler(({ input, context }) => calibrateReview(context.viewer, context, input)),
  preview: os.preview.handler(({ input, context }) => previewChange(context.viewer, context, input)),
  change: os.change.handler(({ input, context }) => changeAccounts(context.viewer, context, input)),
  history: os.history.handler(({ input, context }) => listHistory(context.viewer, context, input)),
  ofAccount: os.ofAccount.handler(({ input, context }) => accountIdentity(context.viewer, context, input)),
  groups: os.groups.handler(({ input, context }) => listGroups(context.viewer, context, input)),
  relate: os.relate.handler(({ input, context }) => relateAccounts(context.viewer, context, input)),
  undoRelation: os.undoRelation.handler(({ input, context }) => takeRelationBack(context.viewer, context, input)),
}
