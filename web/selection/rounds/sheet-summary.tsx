import type { JudgementSheet, WeightRound } from '@vitalfew/contract/api/selection-rounds.ts'
import { Alert, Button } from 'antd'
import { Card } from '../../design/card.tsx'
import { useReader } from '../../design/reader.tsx'
import { ShareBar } from '../../design/share-bar.tsx'
import { consistencyWords, judgementWords, revisionWords, triadWords } from './judging-words.ts'
import type { RoundPair } from './round-pairs.ts'
import { useRoundNames } from './use-round-names.ts'

/** What the judgements come to so far: weights, how well they agree with each other, and what to look at again. */
export function SheetSummary(props: {
  round: WeightRound
  sheet: JudgementSheet
  pairs: readonly RoundPair[]
  place: number
  isSending: boolean
  onPlace: (place: number) => void
  onSubmit: (isSubmitted: boolean) => void
}) {
  const { t, format } = useReader()
  const named = useRoundNames(props.round)
  const { round, sheet } = props
  const { result, rater } = sheet
  const isSubmitted = rater.submittedAt !== null
  return (
    <div className="vf-stack">
      <Card title={t('studio.judge.soFar')}>
        {result === null ? (
          <p className="vf-note">{t('studio.judge.notEnough')}</p>
        ) : (
          <>
            <Consistency {...props} result={result} />
            <ul className="vf-weight-list">
              {round.criteria.map(({ name }, index) => (
                <li key={name}>
                  <span>{named(name)}</span>
                  <ShareBar share={result.weights[index] ?? 0} />
                  <b>{format.percent(result.weights[index] ?? 0)}</b>
                </li>
              ))}
            </ul>
          </>
        )}
        <div className="vf-bar-row">
          <Button
            type={isSubmitted ? 'default' : 'primary'}
            disabled={!round.isOpen || (result === null && !isSubmitted)}
            loading={props.isSending}
            onClick={() => props.onSubmit(!isSubmitted)}
          >
            {t(isSubmitted ? 'studio.judge.takeBack' : 'studio.judge.handIn')}
          </Button>
          {isSubmitted && rater.submittedAt !== null && (
            <span className="vf-note">{t('studio.judge.handedInAt', { at: format.instant(rater.submittedAt) })}</span>
          )}
        </div>
      </Card>
      <AllPairs {...props} />
    </div>
  )
}

function AllPairs(props: {
  round: WeightRound
  pairs: readonly RoundPair[]
  place: number
  onPlace: (place: number) => void
}) {
  const { t } = useReader()
  const named = useRoundNames(props.round)
  const { pairs, onPlace } = props
  return (
    <Card title={t('studio.judge.all')}>
      <ol className="vf-pair-list">
        {pairs.map((pair, index) => (
          <li key={`${pair.first} ${pair.second}`}>
            <button
              type="button"
              aria-current={index === props.place ? 'step' : undefined}
              onClick={() => onPlace(index)}
            >
              {pair.judgement === undefined || pair.judgement === null ? (
                <>
                  {t('studio.judge.pair', { first: named(pair.first), second: named(pair.second) })}
                  <small>{t(pair.judgement === null ? 'studio.judge.skipped' : 'studio.judge.open')}</small>
                </>
              ) : (
                judgementWords({ ...pair, judgement: pair.judgement }, { t, named })
              )}
            </button>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Consistency(props: {
  round: WeightRound
  pairs: readonly RoundPair[]
  result: NonNullable<JudgementSheet['result']>
  onPlace: (place: number) => void
}) {
  const reader = useReader()
  const { t } = reader
  const named = useRoundNames(props.round)
  const { result, pairs } = props
  const isFine = result.verdict === 'consistent' || result.verdict === 'acceptable'
  const revision = result.bestRevision
  const at = revision === null ? -1 : pairs.findIndex((pair) => isPair(pair, revision))
  return (
    <Alert
      className="vf-consistency"
      type={isFine ? 'success' : 'warning'}
      showIcon
      role="status"
      title={consistencyWords(result, reader)}
      description={
        !isFine && (
          <>
            {result.worstTriad !== null && (
              <p>{t('studio.judge.triad', { triad: triadWords(result.worstTriad, { ...reader, named }) })}</p>
            )}
            {revision !== null && <p>{revisionWords(revision, { ...reader, named })}</p>}
            {at >= 0 && (
              <Button size="small" onClick={() => props.onPlace(at)}>
                {t('studio.judge.look')}
              </Button>
            )}
          </>
        )
      }
    />
  )
}

function isPair(pair: RoundPair, other: { first: string; second: string }): boolean {
  return [pair.first, pair.second].includes(other.first) && [pair.first, pair.second].includes(other.second)
}
