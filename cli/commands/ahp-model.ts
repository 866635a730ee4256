import { existsSync } from 'node:fs'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { defaultModelFile, type JudgedModel, readJudgedModel } from '@vitalfew/domain/selection/judgements/index.ts'
import { readyModelFile, readyModelNames } from '@vitalfew/samples/model-files.ts'

/**
 * The model whose criteria are judged: a file, or one that comes along, by name.
 *
 * @throws ProductError `model.*`
 */
export async function ahpModel(named: string): Promise<JudgedModel> {
  const ready = readyModelNames()
  if (existsSync(named)) return readJudgedModel(named)
  if (ready.includes(named)) return readJudgedModel(readyModelFile(named))
  if (named === 'default') return readJudgedModel(defaultModelFile)
  throw new ProductError('model.notFound', { model: named, models: ['default', ...ready].join(', ') })
}
