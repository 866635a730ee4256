import type { TrendCut } from '@vitalfew/contract/purchase-trends.ts'
import type { Reader } from '../design/reader.tsx'

/** What the first column of a list by cuts is called; within sentences their names begin with a small letter. */
export function cutHeader(cuts: readonly TrendCut[], { t }: Pick<Reader, 't'>): string {
  const names = cuts.map((cut) => t(`behaviour.cut.${cut}`)).join(' · ')
  return names.charAt(0).toLocaleUpperCase() + names.slice(1)
}
