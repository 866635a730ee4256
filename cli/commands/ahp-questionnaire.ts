import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { translator } from '@vitalfew/contract/locale.ts'
import { questionnaireFile } from '@vitalfew/domain/selection/judgements/index.ts'
import type { Output } from '../output/output.ts'
import { ahpModel } from './ahp-model.ts'
import { ahpLocale, questionnaireFlags } from './ahp-options.ts'
import { unreadable } from './checked-option.ts'
import { ahpWrittenFile } from './ahp-written-file.ts'

const mostCriteria = 15

/**
 * `vitalfew ahp questionnaire`: a workbook that asks one person to compare the criteria. One that is there already is not
 * written over, for somebody may have filled it in.
 */
export async function ahpQuestionnaire(
  words: readonly string[],
  { output }: { readonly output: Output },
): Promise<void> {
  const values = parsed(words)
  const locale = ahpLocale(values.locale)
  const { name, department, out = 'questionnaire.xlsx' } = values
  const criteria = await criteriaOf(values, locale)
  const file = await questionnaireFile({ locale, criteria, name, department })
  await ahpWrittenFile(out, () => writeFile(out, file, { flag: 'wx' }))
  const pairs = (criteria.length * (criteria.length - 1)) / 2
  output.print(translator(locale)('judgements.saved', { path: out, criteria: criteria.length, pairs }))
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: questionnaireFlags, strict: true }).values
  } catch (cause) {
    throw unreadable(cause)
  }
}

async function criteriaOf(
  { criteria, model }: { readonly criteria?: string | undefined; readonly model?: string | undefined },
  locale: 'zh-CN' | 'en',
): Promise<{ id: string; title: string }[]> {
  if ((criteria === undefined) === (model === undefined)) {
    throw invalid(criteria ?? '', '--criteria A,B,… | --model FILE')
  }
  if (model !== undefined) {
    const found = await ahpModel(model)
    return checked(
      found.model.criteria.map(({ id, title }) => ({ id, title: title[locale] })),
      model,
    )
  }
  const text = criteria ?? ''
  const names = text.split(/[,，、;；]/).flatMap((name) => (name.trim() === '' ? [] : [name.trim()]))
  return checked(
    names.map((name) => ({ id: name, title: name })),
    text,
  )
}

function checked<T extends { readonly title: string }>(criteria: T[], given: string): T[] {
  const titles = criteria.map(({ title }) => title.normalize('NFKC').toLowerCase())
  const isDistinct = new Set(titles).size === titles.length
  if (isDistinct && titles.length >= 2 && titles.length <= mostCriteria) return criteria
  throw invalid(given, `2–${mostCriteria}: a,b,c …`)
}

function invalid(value: string, expected: string): ProductError {
  return new ProductError('argument.invalid', { argument: '--criteria', value, expected })
}
