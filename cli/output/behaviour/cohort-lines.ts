import type { Cohort, PurchaseCohorts } from '@vitalfew/contract/purchase-behaviour.ts'
import pc from 'picocolors'
import { columnsOfText } from '../columns-of-text.ts'
import type { BehaviourFormats } from './behaviour-formats.ts'

const cohortsShown = 14
const agesShown = 9

/** The last cohorts as a triangle of retention, and what all of them together come to at each age. */
export function cohortLines(cohorts: PurchaseCohorts, formats: BehaviourFormats): string[] {
  const { t, whole, percent, money, section, table } = formats
  const { period, asOf, withoutPurchase, revenueOutside } = cohorts
  const shown = cohorts.cohorts.slice(-cohortsShown)
  const ages = Array.from({ length: agesShown }, (_, age) => age)
  const head = [t('behaviour.column.cohort'), t('behaviour.column.accounts'), ...ages.map((age) => `+${age}`)]
  const rows = shown.map((cohort) => [
    written(cohort, period),
    whole(cohort.accounts),
    ...ages.map((age) => {
      const cell = cohort.cells[age]
      if (cell === undefined) return ''
      // A period that is not over has fewer buyers than it will have.
      return cell.complete ? percent(cell.retention) : pc.dim(`(${percent(cell.retention)})`)
    }),
  ])
  const summary = cohorts.ages
    .slice(0, agesShown + 4)
    .map((age) => [
      `+${age.age}`,
      whole(age.cohorts),
      whole(age.accounts),
      percent(age.retention),
      `${percent(age.lower)} – ${percent(age.upper)}`,
      money(age.revenuePerAccount),
    ])
  const triangle = columnsOfText([head, ...rows], { align: `l${'r'.repeat(agesShown + 1)}`, header: true })
  return [
    pc.bold(t(`behaviour.title.cohorts.${period}`, { asOf })),
    ...(rows.length === 0 ? [t('behaviour.empty')] : triangle),
    ...section(
      t('behaviour.table.ages'),
      table(['age', 'cohorts', 'accounts', 'retention', 'limits', 'perAccount'], summary),
    ),
    ...(withoutPurchase === 0
      ? []
      : ['', t('behaviour.note.withoutPurchase', { count: withoutPurchase, amount: money(revenueOutside) })]),
  ]
}

function written({ cohort }: Cohort, period: PurchaseCohorts['period']): string {
  return period === 'week' ? cohort : cohort.slice(0, 7)
}
