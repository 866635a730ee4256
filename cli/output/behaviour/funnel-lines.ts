import type { EventMoment, FunnelOutcomes, PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import pc from 'picocolors'
import { columnsOfText } from '../columns-of-text.ts'
import type { BehaviourFormats } from './behaviour-formats.ts'

const valuesShown = 12
const pathsShown = 8
const reasonsShown = 8

/** Stages, conversion, win rate, where and why cases are lost, and the ways they take. */
export function funnelLines(funnel: PurchaseFunnel, formats: BehaviourFormats): string[] {
  const { t, whole, percent, section, table } = formats
  const standing = funnel.stages.map((stage) => [
    stage.stage,
    whole(stage.cases),
    percent(stage.cases / Math.max(1, funnel.cases)),
    whole(stage.value),
    whole(stage.medianAgeDays),
  ])
  const steps = funnel.steps.map((step) => [
    step.stage,
    whole(step.reached),
    percent(step.rate),
    `${percent(step.lower)} – ${percent(step.upper)}`,
    whole(step.medianDays),
  ])
  const reasons = funnel.lossReasons
    .slice(0, reasonsShown)
    .map(({ reason, cases, value }) => [reason, whole(cases), whole(value)])
  const paths = funnel.paths
    .slice(0, pathsShown)
    .map(({ stages, cases, share }) => [stages.join(' → '), whole(cases), percent(share)])
  return [
    pc.bold(t(`behaviour.title.funnel.${funnel.shape}`, { cases: whole(funnel.cases), asOf: funnel.asOf ?? '–' })),
    ...table(['stage', 'cases', 'share', 'value', 'standing'], standing),
    ...section(t('behaviour.table.steps'), table(['stage', 'reached', 'conversion', 'limits', 'days'], steps)),
    ...(funnel.outcomes === null ? [] : ['', outcomeLine(funnel.outcomes, formats)]),
    ...funnel.cuts.flatMap(({ column, values }) =>
      section(column, funnel.shape === 'orders' ? rungLines(funnel, { values, formats }) : cutLines(values, formats)),
    ),
    ...momentLines(funnel.moments, formats),
    ...section(t('behaviour.table.reasons'), table(['reason', 'cases', 'value'], reasons)),
    ...section(t('behaviour.table.paths'), table(['path', 'cases', 'share'], paths)),
    ...notes(funnel, formats),
  ]
}

function outcomeLine(outcomes: FunnelOutcomes, { t, whole, percent }: BehaviourFormats): string {
  return t('behaviour.note.outcomes', {
    won: whole(outcomes.won),
    lost: whole(outcomes.lost),
    rate: percent(outcomes.rate),
    lower: percent(outcomes.lower),
    upper: percent(outcomes.upper),
    value: whole(outcomes.wonValue),
    days: whole(outcomes.medianDaysToWin),
  })
}

function cutLines(values: PurchaseFunnel['cuts'][number]['values'], formats: BehaviourFormats): string[] {
  const { t, whole, percent, table, name } = formats
  const rows = values
    .slice(0, valuesShown)
    .map(({ value, outcomes, conversion }) => [
      value === '' ? t('behaviour.unnamed') : name(value),
      whole(outcomes.cases),
      percent(conversion),
      whole(outcomes.won),
      whole(outcomes.lost),
      outcomes.won + outcomes.lost === 0 ? '–' : percent(outcomes.rate),
      whole(outcomes.wonValue),
      whole(outcomes.medianDaysToWin),
    ])
  return table(['cutValue', 'cases', 'conversion', 'won', 'lost', 'winRate', 'wonValue', 'days'], rows)
}

/** Of those that began, how many came to each further purchase. */
function rungLines(
  { steps }: PurchaseFunnel,
  {
    values,
    formats,
  }: { readonly values: PurchaseFunnel['cuts'][number]['values']; readonly formats: BehaviourFormats },
): string[] {
  const { t, whole, percent, name } = formats
  const head = [
    t('behaviour.column.cutValue'),
    t('behaviour.column.accounts'),
    ...steps.slice(1).map(({ stage }) => stage),
  ]
  const rows = values
    .slice(0, valuesShown)
    .map(({ value, reached: [first = 0, ...later] }) => [
      value === '' ? t('behaviour.unnamed') : name(value),
      whole(first),
      ...later.map((accounts) => percent(accounts / Math.max(1, first))),
    ])
  return columnsOfText([head, ...rows], { align: `l${'r'.repeat(head.length - 1)}`, header: true })
}

const momentsShown = 5

/** The hours and weekdays on which most happens. */
function momentLines(moments: PurchaseFunnel['moments'], { t, whole, decimal, section }: BehaviourFormats): string[] {
  if (moments === null) return []
  const lines = (slots: readonly EventMoment[], title: (slot: number) => string): string[] =>
    columnsOfText(
      slots
        .toSorted((one, other) => other.index - one.index || one.slot - other.slot)
        .slice(0, momentsShown)
        .map(({ slot, events, index }) => [title(slot), whole(events), decimal(index)]),
      { align: 'lrr' },
    )
  const hour = (slot: number): string => `${String(slot).padStart(2, '0')}:00`
  return [
    ...section(t('behaviour.table.busyHours'), moments.hours === null ? [] : lines(moments.hours, hour)),
    ...section(
      t('behaviour.table.busyWeekdays'),
      lines(moments.weekdays, (slot) => t(`behaviour.weekday.${slot}`)),
    ),
  ]
}

function notes(
  { withoutAccount, faults, shape, windowDays }: PurchaseFunnel,
  { t, whole }: BehaviourFormats,
): string[] {
  const told = [
    shape === 'orders' && windowDays === null ? t('behaviour.note.young') : '',
    withoutAccount === null || withoutAccount === 0
      ? ''
      : t('behaviour.note.withoutAccount', { cases: whole(withoutAccount) }),
    faults.lostSomewhere === 0 ? '' : t('behaviour.note.lostSomewhere', { cases: whole(faults.lostSomewhere) }),
    faults.backwards === 0 ? '' : t('behaviour.note.backwards', { cases: whole(faults.backwards) }),
    faults.withoutTime === 0 ? '' : t('behaviour.note.withoutTime', { cases: whole(faults.withoutTime) }),
    faults.incomplete === 0 ? '' : t('behaviour.note.incompleteRows', { cases: whole(faults.incomplete) }),
  ].filter((line) => line !== '')
  return told.length === 0 ? [] : ['', ...told]
}
