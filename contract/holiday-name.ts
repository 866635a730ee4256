import type { Translate } from './locale.ts'
import type { FestivalPattern } from './purchase-behaviour.ts'

/** What a holiday is called: a festival in the language of the reader, one of the company's own as the company calls it. */
export function holidayName({ festival, name }: Pick<FestivalPattern, 'festival' | 'name'>, t: Translate): string {
  return festival === 'own' ? (name ?? '') : t(`behaviour.festival.${festival}`)
}
