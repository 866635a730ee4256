import { implement } from '@orpc/server'
import { segmentsApi } from '@vitalfew/contract/api/segments.ts'
import { saveTrial, startTrial } from '@vitalfew/domain/jobs/index.ts'
import {
  compareSegmentations,
  getSegmentation,
  listSegmentations,
  retireSegmentation,
  segmentationFigures,
  studioFeatures,
} from '@vitalfew/domain/segmentation/index.ts'
import type { ApiContext } from '../api-context.ts'

const os = implement(segmentsApi).$context<ApiContext>()

export const segmentRoutes = {
  list: os.list.handler(({ context }) => listSegmentations(context.viewer, context)),
  features: os.features.handler(({ context }) => studioFeatures(context.viewer, context.database)),
  start: os.start.handler(({ input, context }) => startTrial(context.viewer, context.database, input)),
  get: os.get.handler(({ input, context }) => getSegmentation(context.viewer, context, input.id)),
  figures: os.figures.handler(({ input, context }) => segmentationFigures(context.viewer, context, input)),
  save: os.save.handler(({ input, context }) => saveTrial(context.viewer, context, input)),
  retire: os.retire.handler(({ input, context }) => retireSegmentation(context.viewer, context.database, input.id)),
  compare: os.compare.handler(({ input, context }) => compareSegmentations(context.viewer, context, input)),
}
