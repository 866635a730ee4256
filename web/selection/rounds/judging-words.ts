import type { ExpertWeights, JudgementRevision, WorstTriad } from '@vitalfew/contract/judgements.ts'
import type { Reader } from '../../design/reader.tsx'
import { strengthOf } from './saaty-steps.ts'

type Named = (name: string) => string

/** “Growth is clearly more important than value (5)”. */
export function judgementWords(
  pair: { first: string; second: string; judgement: number },
  { t, named }: Pick<Reader, 't'> & { named: Named },
): string {
  const strength = strengthOf(pair.judgement)
  const [more, less] = pair.judgement >= 1 ? [pair.first, pair.second] : [pair.second, pair.first]
  const words = { more: named(more), less: named(less), strength: t(`judgements.strength.${strength}`), step: strength }
  return t(strength === 1 ? 'studio.judge.equal' : 'studio.judge.over', words)
}

/** 5 or 1/5, and what lies between the steps to two digits. */
export function ratioWords(judgement: number, { format }: Pick<Reader, 'format'>): string {
  const over = judgement >= 1 ? judgement : 1 / judgement
  const whole = Math.abs(over - Math.round(over)) < 0.02 ? String(Math.round(over)) : format.decimal(over, 2)
  return judgement >= 1 || whole === '1' ? whole : `1/${whole}`
}

export function triadWords(triad: WorstTriad, reader: Pick<Reader, 't' | 'format'> & { named: Named }): string {
  const [first, second, third] = triad.criteria.map(reader.named)
  const [firstOverSecond, secondOverThird, firstOverThird] = triad.judgements.map((each) => ratioWords(each, reader))
  const implied = ratioWords(triad.implied, reader)
  return reader.t('judgements.triad', {
    first,
    second,
    third,
    firstOverSecond,
    secondOverThird,
    firstOverThird,
    implied,
  })
}

export function revisionWords(
  revision: JudgementRevision,
  reader: Pick<Reader, 't' | 'format'> & { named: Named },
): string {
  const { t, format, named } = reader
  return t('studio.judge.revision', {
    now: judgementWords(revision, reader),
    proposed: judgementWords({ ...revision, judgement: revision.proposed }, { t, named }),
    after: format.decimal(revision.consistencyRatioAfter, 3),
  })
}

/** The ratio with what it means; near enough where comparisons are missing. */
export function consistencyWords(
  { consistencyRatio, isApproximate, verdict }: Pick<ExpertWeights, 'consistencyRatio' | 'isApproximate' | 'verdict'>,
  { t, format }: Pick<Reader, 't' | 'format'>,
): string {
  const words = { ratio: format.decimal(consistencyRatio, 3), verdict: t(`judgements.verdict.${verdict}`) }
  return t(isApproximate ? 'studio.judge.ratioAbout' : 'studio.judge.ratio', words)
}
