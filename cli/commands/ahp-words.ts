import type {
  ConsistencyVerdict,
  ExpertWeights,
  JudgementDisagreement,
  JudgementQuestion,
  JudgementReport,
  Person,
  WorstTriad,
} from '@vitalfew/contract/judgements.ts'
import { type Locale, type Translate, translator } from '@vitalfew/contract/locale.ts'
import { consensusBand, consistencyVerdict, judgementText } from '@vitalfew/domain/selection/judgements/index.ts'

/** The sentences in which judgements are spoken of, criteria by their titles. */
export interface AhpWords {
  readonly t: Translate
  readonly percent: (share: number) => string
  readonly share: (share: number) => string
  readonly title: (criterion: string) => string
  readonly groupConsistency: () => string
  readonly departmentConsensus: () => string
  readonly person: (expert: ExpertWeights) => string[]
  readonly judgementsApart: (found: JudgementDisagreement) => string
  readonly question: (question: JudgementQuestion) => string
}

export function ahpWords(report: JudgementReport, locale: Locale): AhpWords {
  const t = translator(locale)
  const percentFormat = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const percent = (share: number): string => percentFormat.format(share)
  const titles = new Map(report.criteria.map((criterion, index) => [criterion, report.titles[index] ?? criterion]))
  const title = (criterion: string): string => titles.get(criterion) ?? criterion
  const sayings = { t, title, percent }
  return {
    ...sayings,
    share: (share) => share.toFixed(2),
    groupConsistency: () => {
      const ratio = report.group.consistencyRatio
      const verdict = verdictText(t, consistencyVerdict(ratio))
      return t('judgements.report.groupConsistency', { ratio: ratioText(ratio), verdict })
    },
    departmentConsensus: () => {
      const consensus = report.group.departmentConsensus
      const band = t(`judgements.band.${consensusBand(consensus)}`)
      return t('judgements.report.departmentConsensus', { consensus: consensus.toFixed(2), band })
    },
    person: (expert) => personLines(expert, { ...sayings, report }),
    judgementsApart: (found) => apartLine(found, sayings),
    question: (question) => questionText(question, sayings),
  }
}

type Sayings = Pick<AhpWords, 't' | 'title' | 'percent'>

function ratioText(ratio: number): string {
  return ratio.toFixed(3)
}

function verdictText(t: Translate, verdict: ConsistencyVerdict): string {
  return t(`judgements.verdict.${verdict}`)
}

function personText({ name, department }: Person, t: Translate): string {
  return t('judgements.report.person', { name, department })
}

function pairText(
  { first, second }: { readonly first: string; readonly second: string },
  { t, title }: Sayings,
): string {
  return t('judgements.pair', { first: title(first), second: title(second) })
}

function personLines(
  expert: ExpertWeights,
  { report, ...sayings }: Sayings & { readonly report: JudgementReport },
): string[] {
  const { t, title, percent } = sayings
  const { consistencyRatio, isApproximate, missing, verdict, weights, worstTriad, bestRevision } = expert
  const facts = { ratio: ratioText(consistencyRatio), verdict: verdictText(t, verdict) }
  const ratio = isApproximate
    ? t('judgements.report.ratioApproximate', { ...facts, count: missing.length })
    : t('judgements.report.ratio', facts)
  const shares = report.criteria.map((criterion, index) =>
    t('judgements.report.weight', { title: title(criterion), weight: percent(weights[index] ?? 0) }),
  )
  const lines = [shares.join('  ')]
  if (worstTriad !== null) lines.push(t('judgements.report.triad', { statement: triadText(worstTriad, sayings) }))
  if (bestRevision !== null) {
    lines.push(
      t('judgements.report.revision', {
        pair: pairText(bestRevision, sayings),
        judgement: judgementText(bestRevision.judgement),
        proposed: judgementText(bestRevision.proposed),
        ratio: ratioText(bestRevision.consistencyRatioAfter),
      }),
    )
  }
  return [`  ${personText(expert, t)}  ${ratio}`, ...lines.map((line) => `      ${line}`)]
}

function triadText({ criteria, judgements, implied }: WorstTriad, { t, title }: Sayings): string {
  const [first, second, third] = criteria
  const [firstOverSecond, secondOverThird, firstOverThird] = judgements
  return t('judgements.triad', {
    first: title(first),
    second: title(second),
    third: title(third),
    firstOverSecond: judgementText(firstOverSecond),
    secondOverThird: judgementText(secondOverThird),
    firstOverThird: judgementText(firstOverThird),
    implied: judgementText(implied),
  })
}

function apartLine(
  { first, second, lowest, highest, isOpposed }: JudgementDisagreement,
  { t, title }: Sayings,
): string {
  const line = t('judgements.report.judgementsApart', {
    first: title(first),
    second: title(second),
    lowestBy: personText(lowest, t),
    lowest: judgementText(lowest.judgement),
    highestBy: personText(highest, t),
    highest: judgementText(highest.judgement),
  })
  return isOpposed ? t('judgements.report.opposed', { line }) : line
}

function questionText(question: JudgementQuestion, sayings: Sayings): string {
  const { t } = sayings
  switch (question.kind) {
    case 'revise':
      return t('judgements.question.revise', {
        person: personText(question.to, t),
        pair: pairText(question, sayings),
        judgement: judgementText(question.judgement),
        proposed: judgementText(question.proposed),
        ratio: ratioText(question.consistencyRatio),
        after: ratioText(question.consistencyRatioAfter),
      })
    case 'triad':
      return t('judgements.question.triad', {
        person: personText(question.to, t),
        ratio: ratioText(question.consistencyRatio),
        triad: triadText(question.triad, sayings),
      })
    case 'halfAnswered':
      return t('judgements.question.halfAnswered', {
        person: personText(question.to, t),
        pair: pairText(question, sayings),
        place: question.place,
      })
    case 'outsideScale':
      return t('judgements.question.outsideScale', {
        person: personText(question.to, t),
        pair: pairText(question, sayings),
        judgement: judgementText(question.judgement),
      })
    case 'opposed':
      return opposedText(question, sayings)
  }
}

/** Two people, and the reasons that they gave. */
function opposedText(question: JudgementQuestion & { readonly kind: 'opposed' }, sayings: Sayings): string {
  const { t } = sayings
  const { lowest, highest } = question
  const line = t('judgements.question.opposed', {
    pair: pairText(question, sayings),
    lowestBy: personText(lowest, t),
    lowest: judgementText(lowest.judgement),
    highestBy: personText(highest, t),
    highest: judgementText(highest.judgement),
  })
  const reasons = [lowest, highest].flatMap(({ reason, name }) =>
    reason === null ? [] : [t('judgements.report.reason', { person: name, reason: withoutStop(reason) })],
  )
  return reasons.length === 0
    ? line
    : t('judgements.report.because', { line, reasons: reasons.join(t('judgements.report.between')) })
}

/** People end their sentences; within another one the stop goes. */
function withoutStop(text: string): string {
  return text.replace(/[.。]+$/u, '')
}
