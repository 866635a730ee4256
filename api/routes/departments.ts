import { implement } from '@orpc/server'
import { accessApi } from '@vitalfew/contract/api/access.ts'
import { createDepartment, listDepartments, removeDepartment, updateDepartment } from '@vitalfew/domain/access/index.ts'
import type { ApiContext } from '../api-context.ts'

const os = implement(accessApi.departments).$context<ApiContext>()

export const departmentRoutes = {
  list: os.list.handler(async ({ context }) => ({ rows: await listDepartments(context.viewer, context.database) })),
  create: os.create.handler(({ input, context }) => createDepartment(context.viewer, context.database, input)),
  update: os.update.handler(({ input, context }) => updateDepartment(context.viewer, context.database, input)),
  remove: os.remove.handler(async ({ input, context }) => {
    await removeDepartment(context.viewer, context.database, input)
    return { done: true as const }
  }),
}
