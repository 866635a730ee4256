import { implement } from '@orpc/server'
import { accountMarksApi } from '@vitalfew/contract/api/account-marks.ts'
import { listMarkChanges, listTags, markAccounts, undoMarks } from '@vitalfew/domain/accounts/index.ts'
import type { ApiContext } from '../api-context.ts'

const os = implement(accountMarksApi).$context<ApiContext>()

export const markRoutes = {
  tags: os.tags.handler(({ context }) => listTags(context.viewer, context)),
  tag: os.tag.handler(({ input: { tag: name, action, accounts }, context }) =>
    markAccounts(context.viewer, context, { kind: 'tag', name, action, accounts }),
  ),
  assign: os.assign.handler(({ input: { userId: name, action, accounts }, context }) =>
    markAccounts(context.viewer, context, { kind: 'assignment', name, action, accounts }),
  ),
  changes: os.changes.handler(({ context }) => listMarkChanges(context.viewer, context)),
  undo: os.undo.handler(({ input, context }) => undoMarks(context.viewer, context, input.id)),
}
