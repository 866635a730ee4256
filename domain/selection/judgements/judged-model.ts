import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import type { SelectionModel, SelectionWeights } from '@vitalfew/contract/selection-model.ts'
import { z } from 'zod'
import { ownName } from '../model/own-name.ts'
import { parseModel } from '../model/read-model.ts'
import type { CriteriaNames } from './renamed-criteria.ts'

/** A model and the document it was read from, which a copy keeps as it is but for the weights. */
export interface JudgedModel {
  readonly file: string
  readonly model: SelectionModel
  readonly document: Readonly<Record<string, unknown>>
}

/** Where the document of the default model lies. */
export const defaultModelFile = fileURLToPath(new URL('../default-model.json', import.meta.url))

const Document = z.record(z.string(), z.unknown())

/**
 * Reads the model whose criteria are judged.
 *
 * @throws ProductError `model.*`
 */
export async function readJudgedModel(path: string): Promise<JudgedModel> {
  let text: string
  try {
    text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '')
  } catch (cause) {
    throw new ProductError('input.notFound', { file: path }, { cause })
  }
  const file = basename(path)
  const model = parseModel(text, file)
  return { file, model, document: Document.parse(JSON.parse(text)) }
}

/** The criteria of a model with the names that judgements may call them by. */
export function criteriaNames({ file, model }: JudgedModel, locale: Locale): CriteriaNames {
  const criteria = model.criteria.map(({ id, title }) => ({
    id,
    title: title[locale],
    otherNames: Object.values(title),
  }))
  return { file, criteria }
}

/**
 * The next version of a model, with other weights; of one that comes along the first version of its child, as the studio
 * saves it.
 *
 * @param ready names of the models that come along
 * @throws ProductError `model.*` where the weights do not fit the model
 */
export function nextModel(
  { file, model, document }: JudgedModel,
  { weights, ready }: { readonly weights: SelectionWeights; readonly ready: readonly string[] },
): { readonly name: string; readonly version: number; readonly text: string } {
  const name = ownName(model.name, ready)
  const version = name === model.name ? model.version + 1 : 1
  const text = `${JSON.stringify({ ...document, name, version, weights }, null, 2)}\n`
  parseModel(text, file)
  return { name, version, text }
}
