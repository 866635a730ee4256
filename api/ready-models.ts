import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { defaultModel, readModel } from '@vitalfew/domain/selection/index.ts'
import { readyModelFile, readyModelNames } from '@vitalfew/samples/model-files.ts'

let read: Promise<readonly SelectionModel[]> | undefined

/** The selection models that come along, read once. */
export function readyModels(): Promise<readonly SelectionModel[]> {
  read ??= Promise.all(readyModelNames().map((name) => readModel(readyModelFile(name)))).then((models) => [
    defaultModel,
    ...models,
  ])
  return read
}
