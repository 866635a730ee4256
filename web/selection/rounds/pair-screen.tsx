import type { JudgementSheet, WeightRound } from '@vitalfew/contract/api/selection-rounds.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Progress, Slider } from 'antd'
import { useState } from 'react'
import { FaultLine } from '../../access/fault-line.tsx'
import { api, client } from '../../app/api.ts'
import { FaultNotice } from '../../app/fault-notice.tsx'
import { PageWait } from '../../app/page-wait.tsx'
import { Card } from '../../design/card.tsx'
import { useReader } from '../../design/reader.tsx'
import { judgementWords } from './judging-words.ts'
import { nextPair, roundPairs, type RoundPair } from './round-pairs.ts'
import { judgementAt, mostSteps, stepOf } from './saaty-steps.ts'
import { SheetSummary } from './sheet-summary.tsx'
import { SheetFile } from './sheet-file.tsx'
import { useRoundNames } from './use-round-names.ts'

/** One comparison after the other: which matters more, and by how much. What is judged is kept at once. */
export function PairScreen(props: { round: WeightRound }) {
  const { round } = props
  const input = { id: round.id }
  const sheet = useQuery(api.selection.rounds.sheet.queryOptions({ input }))
  if (sheet.isError) return <FaultNotice fault={sheet.error} onRetry={() => void sheet.refetch()} />
  if (sheet.data === undefined) return <PageWait />
  return <Screen round={round} sheet={sheet.data} />
}

function Screen(props: { round: WeightRound; sheet: JudgementSheet }) {
  const { t } = useReader()
  const { round, sheet } = props
  const pairs = roundPairs(round, sheet.judgements)
  const [place, setPlace] = useState(() =>
    Math.max(
      0,
      pairs.findIndex(({ judgement }) => judgement === undefined),
    ),
  )
  const keep = useKept(round)
  const judge = useJudge(round, (renewed) => {
    keep(renewed)
    setPlace((now) => nextPair(roundPairs(round, renewed.judgements), now))
  })
  const submit = useSubmit(round, keep)
  const pair = pairs[place]
  const isHandedIn = sheet.rater.submittedAt !== null
  const isLocked = isHandedIn || !round.isOpen
  const seen = pairs.filter(({ judgement }) => judgement !== undefined).length
  return (
    <div className="vf-judging">
      <div className="vf-stack">
        <Card title={t('studio.judge.title')} note={t('studio.judge.lead')}>
          <Progress
            aria-label={t('studio.rounds.progress')}
            percent={Math.round((seen / Math.max(1, pairs.length)) * 100)}
            format={() => `${seen} / ${pairs.length}`}
          />
          {isHandedIn && <p className="vf-note">{t('studio.judge.locked')}</p>}
          {pair !== undefined && (
            <PairForm
              key={`${pair.first} ${pair.second}`}
              round={round}
              pair={pair}
              isLocked={isLocked}
              number={place + 1}
              isSaving={judge.isPending}
              onBack={place > 0 ? () => setPlace(place - 1) : undefined}
              onJudge={(judgement, reason) =>
                judge.mutate({ first: pair.first, second: pair.second, judgement, reason })
              }
            />
          )}
          <FaultLine fault={judge.error ?? submit.error} />
        </Card>
        {!isHandedIn && <SheetFile round={round} onTaken={keep} />}
      </div>
      <SheetSummary
        round={round}
        sheet={sheet}
        pairs={pairs}
        place={place}
        isSending={submit.isPending}
        onPlace={setPlace}
        onSubmit={submit.mutate}
      />
    </div>
  )
}

/** What came of a judgement stands at once where it was asked, and everywhere else when it is looked at. */
function useKept(round: WeightRound) {
  const queries = useQueryClient()
  return (renewed: JudgementSheet) => {
    queries.setQueryData(api.selection.rounds.sheet.queryKey({ input: { id: round.id } }), renewed)
    void queries.invalidateQueries({ queryKey: api.selection.rounds.result.key() })
    void queries.invalidateQueries({ queryKey: api.selection.rounds.list.key() })
    void queries.invalidateQueries({ queryKey: api.selection.rounds.get.key() })
  }
}

function useJudge(round: WeightRound, onKept: (renewed: JudgementSheet) => void) {
  return useMutation({
    mutationFn: (pair: { first: string; second: string; judgement: number | null; reason: string }) =>
      client.selection.rounds.judge({ id: round.id, ...pair }),
    onSuccess: onKept,
  })
}

function useSubmit(round: WeightRound, keep: (renewed: JudgementSheet) => void) {
  const { t } = useReader()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: (isSubmitted: boolean) => client.selection.rounds.submit({ id: round.id, isSubmitted }),
    onSuccess: (renewed) => {
      keep(renewed)
      message.success(t(renewed.rater.submittedAt === null ? 'studio.judge.takenBack' : 'studio.judge.handedIn'))
    },
  })
}

function PairForm(props: {
  round: WeightRound
  pair: RoundPair
  /** Handed in, or the round is over. */
  isLocked: boolean
  number: number
  isSaving: boolean
  onBack: (() => void) | undefined
  onJudge: (judgement: number | null, reason: string) => void
}) {
  const { t } = useReader()
  const named = useRoundNames(props.round)
  const { pair, round, isLocked } = props
  const [step, setStep] = useState(stepOf(pair.judgement ?? 1))
  const [reason, setReason] = useState(pair.reason)
  return (
    <form
      className="vf-pair-form"
      onSubmit={(event) => {
        event.preventDefault()
        props.onJudge(judgementAt(step), reason)
      }}
    >
      {round.nodes.length > 1 && <p className="vf-note">{t('studio.judge.within', { node: named(pair.node) })}</p>}
      <PairNames first={named(pair.first)} second={named(pair.second)} step={step} />
      <StepSlider round={round} pair={pair} step={step} isLocked={isLocked} onStep={setStep} />
      <Input
        maxLength={500}
        value={reason}
        disabled={isLocked}
        placeholder={t('studio.judge.reasonHint')}
        aria-label={t('studio.judge.reason')}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="vf-bar-row">
        <Button disabled={props.onBack === undefined} onClick={() => props.onBack?.()}>
          {t('studio.judge.back')}
        </Button>
        <Button disabled={isLocked} onClick={() => props.onJudge(null, reason)}>
          {t('studio.judge.skip')}
        </Button>
        <Button type="primary" htmlType="submit" disabled={isLocked} loading={props.isSaving}>
          {t('studio.judge.keep')}
        </Button>
      </div>
    </form>
  )
}

const marks = Object.fromEntries([-8, -6, -4, -2, 0, 2, 4, 6, 8].map((at) => [at, String(Math.abs(at) + 1)]))

/** From one side to the other, and in words what that says. */
function StepSlider(props: {
  round: WeightRound
  pair: RoundPair
  step: number
  isLocked: boolean
  onStep: (step: number) => void
}) {
  const { t } = useReader()
  const { round, step } = props
  const { first, second } = props.pair
  const named = useRoundNames(round)
  const words = (at: number) => judgementWords({ first, second, judgement: judgementAt(at) }, { t, named })
  return (
    <>
      <Slider
        className="vf-saaty"
        min={-mostSteps}
        max={mostSteps}
        included={false}
        marks={marks}
        value={step}
        disabled={props.isLocked}
        tooltip={{ open: false }}
        ariaLabelForHandle={t('studio.judge.slider', { first: named(first), second: named(second) })}
        ariaValueTextFormatterForHandle={words}
        onChange={props.onStep}
      />
      <p className="vf-pair-words" aria-live="polite">
        {words(step)}
      </p>
    </>
  )
}

function PairNames(props: { first: string; second: string; step: number }) {
  const { t } = useReader()
  return (
    <div className="vf-pair-names">
      <strong className={props.step < 0 ? 'vf-stronger' : ''}>{props.first}</strong>
      <span>{t('studio.judge.versus')}</span>
      <strong className={props.step > 0 ? 'vf-stronger' : ''}>{props.second}</strong>
    </div>
  )
}
