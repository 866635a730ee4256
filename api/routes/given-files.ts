import { implement } from '@orpc/server'
import { givenFilesApi } from '@vitalfew/contract/api/given-files.ts'
import { uploadedFile } from '@vitalfew/domain/jobs/index.ts'
import { listGivenColumns, takeGivenFile } from '@vitalfew/domain/selection/studio/index.ts'
import type { ApiContext } from '../api-context.ts'
import { studioInChild } from '../questions/studio-in-child.ts'

const os = implement(givenFilesApi).$context<ApiContext>()

export const givenFileRoutes = {
  list: os.list.handler(({ context }) => listGivenColumns(context.viewer, context)),
  take: os.take.handler(({ input, context }) => {
    const answerStudio = studioInChild(context.addresses)
    return takeGivenFile(context.viewer, { answerStudio, uploadPath: (upload) => uploadedFile(context, upload) }, input)
  }),
}
