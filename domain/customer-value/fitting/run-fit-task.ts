import { fitPurchaseModel } from '@vitalfew/methods/buy-till-you-die/fit-purchase-model.ts'
import { fitRhythm } from '@vitalfew/methods/purchase-rhythm/fit-rhythm.ts'
import { fitGammaGamma } from '@vitalfew/methods/spend/fit-gamma-gamma.ts'
import { scoreContenders } from '../backtest/score-contender.ts'
import { modelPictures } from '../values/model-pictures.ts'
import { rhythmGaps } from '../values/rhythm-gaps.ts'
import { valueColumns } from '../values/value-columns.ts'
import type { FitTaskName, FitTasks } from './fit-tasks.ts'
import { preparedHistories } from './prepared-histories.ts'

type Runners = { readonly [Name in FitTaskName]: (request: FitTasks[Name]['request']) => FitTasks[Name]['response'] }

const runners: Runners = {
  fit: ({ data, model, known }) => fitPurchaseModel(model, preparedHistories(data).grouped, known),
  spend: ({ data }) => fitGammaGamma(preparedHistories(data).spend),
  rhythm: ({ data }) => fitRhythm(rhythmGaps(preparedHistories(data).grouped)),
  score: scoreContenders,
  values: valueColumns,
  pictures: modelPictures,
}

/** Does a task, in whatever thread this runs. */
export function runFitTask<Name extends FitTaskName>(
  name: Name,
  request: FitTasks[Name]['request'],
): FitTasks[Name]['response'] {
  const runner: (request: FitTasks[Name]['request']) => FitTasks[Name]['response'] = runners[name]
  return runner(request)
}
