import { implement } from '@orpc/server'
import { auditApi } from '@vitalfew/contract/api/audit.ts'
import { authorise } from '@vitalfew/domain/access/index.ts'
import { listAudit, verifyAudit } from '@vitalfew/domain/audit/index.ts'
import type { ApiContext } from '../api-context.ts'

const os = implement(auditApi).$context<ApiContext>()

export const auditRoutes = {
  list: os.list.handler(({ input, context }) => {
    authorise(context.viewer, ['administrator'])
    return listAudit(context.database, input)
  }),
  verify: os.verify.handler(({ context }) => {
    authorise(context.viewer, ['administrator'])
    return verifyAudit(context.database)
  }),
}
