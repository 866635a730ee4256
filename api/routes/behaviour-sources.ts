import { uploadedFile } from '@vitalfew/domain/jobs/index.ts'
import type { BehaviourSources, FunnelSources } from '@vitalfew/domain/purchase-behaviour/index.ts'
import type { ApiContext } from '../api-context.ts'
import { behaviourInChild } from '../questions/behaviour-in-child.ts'

/** What questions about how accounts buy are answered from. */
export function behaviourSources(context: ApiContext): BehaviourSources & FunnelSources {
  const { warehouse, database, productVersion, addresses, uploadsDirectory } = context
  return {
    warehouse,
    database,
    productVersion,
    answerBehaviour: behaviourInChild(addresses),
    // A table that somebody gave for the funnel is the workspace's: its file is found for whoever asks.
    uploadPath: (uploadId, userId) =>
      uploadedFile({ viewer: { ...context.viewer, userId }, database, uploadsDirectory }, uploadId),
  }
}
