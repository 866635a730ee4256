import type { Locale } from '@vitalfew/contract/locale.ts'
import pc from 'picocolors'
import { affinityLines, whitespaceLines } from './item-lines.ts'
import type { BehaviourAnswer } from './behaviour-answer.ts'
import { type BehaviourFormats, behaviourFormats } from './behaviour-formats.ts'
import { cohortLines } from './cohort-lines.ts'
import { cycleLines } from './cycle-lines.ts'
import { forecastLines } from './forecast-lines.ts'
import { funnelLines } from './funnel-lines.ts'
import { preferenceLines } from './preference-lines.ts'
import { trendLines } from './trend-lines.ts'

/** What a terminal shows of one analysis of behaviour. */
export function behaviourTable(
  found: BehaviourAnswer,
  { locale, out }: { readonly locale: Locale; readonly out: string | null },
): string {
  const formats = behaviourFormats(locale, found.analysis === 'funnel' ? 'XXX' : found.answer.currency)
  const written = out === null ? [] : ['', `${formats.t('behaviour.table.written')} ${pc.cyan(out)}`]
  return ['', ...linesOf(found, formats), ...written].join('\n')
}

function linesOf(found: BehaviourAnswer, formats: BehaviourFormats): string[] {
  switch (found.analysis) {
    case 'cohorts':
      return cohortLines(found.answer, formats)
    case 'cycle':
      return cycleLines(found.answer, formats)
    case 'affinity':
      return affinityLines(found.answer, formats)
    case 'whitespace':
      return whitespaceLines(found.answer, formats)
    case 'funnel':
      return funnelLines(found.answer, formats)
    case 'preference':
      return preferenceLines(found.answer, formats)
    case 'trends':
      return trendLines(found.answer, formats)
    case 'forecast':
    case 'demand':
      return forecastLines(found.answer, formats)
  }
}
