import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import type { QualityReport, QualityStep } from '@vitalfew/contract/quality.ts'
import { qualityFlags } from '../commands/quality-options.ts'
import { columnsOfText } from './columns-of-text.ts'

/** The help of `vitalfew quality`. */
export function qualityHelp(locale: Locale): string {
  const t = translator(locale)
  const rows = Object.entries(qualityFlags).map(([name, flag]) => {
    const value = 'value' in flag ? ` ${flag.value}` : ''
    return [`--${name}${value}`, t(`quality.option.${name}`)]
  })
  return [
    t('quality.help.quality'),
    ...columnsOfText(rows, { align: 'll' }),
    '',
    t('quality.help.qualityExamples'),
  ].join('\n')
}

/** The score, and what lowers it: findings by severity, with what they touch. */
export function qualityTable(
  report: QualityReport,
  { locale, all }: { readonly locale: Locale; readonly all: boolean },
): string {
  const t = translator(locale)
  if (report.imports.length === 0) return t('quality.command.none')
  const money = moneyIn(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 })
  const shown = report.checks.filter(
    ({ state }) => all || state === 'open' || state === 'accepted' || state === 'fixed',
  )
  const head = ['severity', 'check', 'what', 'state', 'rows', 'amount'].map((name) => t(`quality.command.${name}`))
  const rows = shown.flatMap((result) => [
    [
      t(`analysis.severity.${result.severity}`),
      result.check,
      t(`quality.${result.check}.name`),
      t(`quality.state.${result.state}`),
      result.rows === 0 ? '' : String(result.rows),
      result.amount === 0 ? '' : money.format(result.amount),
    ],
    ...(result.state === 'open' && result.examples[0] !== undefined ? [['', '', `  ${result.examples[0]}`]] : []),
  ])
  const count = (state: string): number => report.checks.filter((result) => result.state === state).length
  return [
    t('quality.command.score', {
      score: percent.format(Math.floor(report.score * 10_000) / 10_000),
      amount: money.format(report.amount),
      affected: money.format(report.affected),
    }),
    '',
    ...(rows.length === 0
      ? [t('quality.command.clean')]
      : columnsOfText([head, ...rows], { align: 'llllrr', header: true })),
    '',
    t('quality.command.counts', {
      checks: report.checks.length,
      open: count('open'),
      accepted: count('accepted'),
      fixed: count('fixed'),
      clean: count('clean'),
      none: count('notApplicable'),
    }),
    t('quality.command.hint'),
  ].join('\n')
}

/** Steps of the log, oldest first. */
export function stepTable(steps: readonly QualityStep[], locale: Locale): string {
  const t = translator(locale)
  if (steps.length === 0) return t('quality.command.noSteps')
  const money = moneyIn(locale)
  const rows = steps.map((step) => [
    step.at.slice(0, 19),
    step.action === 'undo'
      ? t('quality.command.undoneStep', { step: step.undoes })
      : t('quality.command.step', {
          step: step.sequence,
          action: t(`quality.action.${step.action}`),
          rows: step.rows,
          amount: money.format(step.amount),
        }),
    step.check,
    step.author,
    step.reason,
    step.isUndone ? t('quality.command.stepUndone') : '',
  ])
  return columnsOfText(rows, { align: 'llllll' }).join('\n')
}

function moneyIn(locale: Locale): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
}
