import { ProductError } from '@vitalfew/contract/errors.ts'
import { type Locale, locales, translator } from '@vitalfew/contract/locale.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { checkModel } from '../model/check-model.ts'

/**
 * A model that was put together on a page: what is wrong with it is told by what its parts are called there.
 *
 * @throws ProductError what `checkModel` finds
 */
export function checkSentModel(model: SelectionModel, locale: Locale): void {
  try {
    checkModel(model, model.title[locale])
  } catch (cause) {
    if (!(cause instanceof ProductError)) throw cause
    const { code, details } = cause
    const named = locales.flatMap((each) => Object.entries(names(details, { model, locale: each })))
    throw new ProductError(code, { ...details, ...Object.fromEntries(named) }, { cause })
  }
}

function names(
  { path = '', tier }: ProductError['details'],
  { model, locale }: { readonly model: SelectionModel; readonly locale: Locale },
): Record<string, string> {
  const t = translator(locale)
  const [, list = '', place = ''] = /^(criteria|gates|tiers)\[(\d+)\]/.exec(String(path)) ?? []
  const part = partsOf(model).get(list)?.[Number(place)]
  const title = model.tiers.find(({ id }) => id === tier)?.title[locale]
  return {
    ...(part === undefined ? {} : { [`path.${locale}`]: t(`selection.place.${list}`, { title: part[locale] }) }),
    ...(title === undefined ? {} : { [`tier.${locale}`]: title }),
  }
}

function partsOf({ criteria, gates, tiers }: SelectionModel): Map<string, readonly SelectionModel['title'][]> {
  return new Map([
    ['criteria', criteria.map(({ title }) => title)],
    ['gates', gates.map(({ text }) => text)],
    ['tiers', tiers.map(({ title }) => title)],
  ])
}
